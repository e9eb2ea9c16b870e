/** The log checked against itself: what is stored must be what was appended, signed and served. */
@NullMarked
package org.paivand.audit.check;

import org.jspecify.annotations.NullMarked;
