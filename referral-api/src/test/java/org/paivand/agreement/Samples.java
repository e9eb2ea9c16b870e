package org.paivand.agreement;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
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

    /** The same with further terms. */
    static Agreement with(Agreement agreement, AgreementTerms terms) {
        return new Agreement(
                agreement.id(),
                agreement.version(),
                agreement.parties(),
                agreement.purposes(),
                agreement.categories(),
                agreement.validFrom(),
                agreement.validUntil(),
                agreement.onwardAllowed(),
                agreement.retentionDays(),
                agreement.lawReference(),
                terms);
    }

    /** With another period for keeping, so that it says another thing. */
    static Agreement kept(Agreement agreement, int days) {
        return new Agreement(
                agreement.id(),
                agreement.version(),
                agreement.parties(),
                agreement.purposes(),
                agreement.categories(),
                agreement.validFrom(),
                agreement.validUntil(),
                agreement.onwardAllowed(),
                days,
                agreement.lawReference(),
                agreement.terms());
    }

    static AgreementTerms receivedBy(AgencyKind... kinds) {
        return new AgreementTerms(
                Map.of(), Optional.of(Set.of(kinds)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Parties countries(String... codes) {
        return new Parties.Countries(Arrays.stream(codes).map(Jurisdiction::of).collect(Collectors.toSet()));
    }

    static Parties agencies(String... ids) {
        return new Parties.Agencies(Arrays.stream(ids).map(AgencyId::of).collect(Collectors.toSet()));
    }
}
