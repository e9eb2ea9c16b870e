/** The hand-over's adapter. */
@NullMarked
package org.paivand.handover.jpa;

import org.jspecify.annotations.NullMarked;
