/** Complaints of persons: coded, answered by the Commission without the case, and a reason not to erase it yet. */
@NullMarked
package org.paivand.complaint;

import org.jspecify.annotations.NullMarked;
