/** Courts' orders, recorded by the holder of a case and checked by a second person. */
@NullMarked
package org.paivand.courtorder;

import org.jspecify.annotations.NullMarked;
