package org.paivand.emergency;

import java.time.Instant;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.ReviewFinding;

/** What another agency found. */
public record Review(AgencyId by, ReviewFinding finding, Instant at) {}
