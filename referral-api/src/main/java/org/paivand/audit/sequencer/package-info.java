/** Gives committed entries their indexes and signs for them: one leader at a time, safe to kill at any instruction. */
@NullMarked
package org.paivand.audit.sequencer;

import org.jspecify.annotations.NullMarked;
