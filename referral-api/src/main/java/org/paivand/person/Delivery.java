package org.paivand.person;

import java.time.Instant;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;

/** Something that an agency received. */
public record Delivery(Instant at, AgencyId recipient, Set<Category> categories, boolean emergency) {}
