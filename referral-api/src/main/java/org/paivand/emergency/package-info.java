/** Breaking the glass, the alert that goes out at once, and the review by another agency. */
@NullMarked
package org.paivand.emergency;

import org.jspecify.annotations.NullMarked;
