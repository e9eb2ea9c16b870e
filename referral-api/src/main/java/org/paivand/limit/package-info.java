/** How much each may ask, so that one whose program has gone wild doesn't take the node from all others. */
@NullMarked
package org.paivand.limit;

import org.jspecify.annotations.NullMarked;
