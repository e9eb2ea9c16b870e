package org.paivand.agreement;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

/** Agreements that don't exist. */
final class Samples {
    static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2029-01-01T00:00:00Z");

    private Samples() {}

    static Agreement agreement(String id, int version, Parties parties) {
        return new Agreement(
                id,
                version,
                parties,
                Set.of(Purpose.ASSISTANCE),
                EnumSet.of(Category.SERVICE_REQUEST, Category.CONTACT),
                START,
                END,
                false,
                365,
                "Намуна: созишнома " + id);
    }

    static Parties countries(String... codes) {
        return new Parties.Countries(Arrays.stream(codes).map(Jurisdiction::of).collect(Collectors.toSet()));
    }

    static Parties agencies(String... ids) {
        return new Parties.Agencies(Arrays.stream(ids).map(AgencyId::of).collect(Collectors.toSet()));
    }
}
