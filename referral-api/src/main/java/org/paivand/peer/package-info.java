/** Messages from and to other nodes: taken in once in effect, with an entry and a receipt. */
@NullMarked
package org.paivand.peer;

import org.jspecify.annotations.NullMarked;
