package org.paivand.person;

import java.time.Instant;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;

/**
 * Somebody who works on a case for an agency that it was referred to, or came to know it in an emergency.
 *
 * @param since when they were assigned first
 */
public record KnownWorker(AgencyId agency, WorkerId worker, Instant since) {}
