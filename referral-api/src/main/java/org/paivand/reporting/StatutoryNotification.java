package org.paivand.reporting;

import java.time.LocalDate;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/**
 * What one agency told another.
 *
 * @param id random; leads to nothing
 * @param receivedOn UTC; a day and no instant, which could be put beside other instants
 */
public record StatutoryNotification(UUID id, AgencyId from, AgencyId to, Tidings tidings, LocalDate receivedOn) {}
