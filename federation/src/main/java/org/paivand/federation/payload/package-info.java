/** What an envelope is about, encrypted to the other node. */
@NullMarked
package org.paivand.federation.payload;

import org.jspecify.annotations.NullMarked;
