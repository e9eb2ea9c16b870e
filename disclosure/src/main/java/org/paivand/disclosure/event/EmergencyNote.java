package org.paivand.disclosure.event;

import java.time.Instant;
import org.paivand.disclosure.decision.BreakGlassReason;

/** That the glass was broken, why, and until when another agency must have reviewed it (exclusive). */
public record EmergencyNote(BreakGlassReason reason, Instant reviewDue) {}
