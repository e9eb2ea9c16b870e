/** Who holds what of a case, what they are asked when its ground ends, and what they answer. Pure. */
@NullMarked
package org.paivand.holding;

import org.jspecify.annotations.NullMarked;
