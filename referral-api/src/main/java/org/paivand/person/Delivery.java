package org.paivand.person;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;

/**
 * Something that an agency received.
 *
 * @param event by which the log knows it
 */
public record Delivery(UUID event, Instant at, AgencyId recipient, Set<Category> categories, boolean emergency) {}
