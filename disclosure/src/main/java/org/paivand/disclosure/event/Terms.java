package org.paivand.disclosure.event;

import java.time.Instant;
import org.paivand.disclosure.policy.HandlingCode;

/** The obligations that went with a release, as far as they say nothing of the person. */
public record Terms(HandlingCode handling, boolean onward, Instant retainUntil) {}
