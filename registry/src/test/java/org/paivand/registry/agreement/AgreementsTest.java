package org.paivand.registry.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

class AgreementsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2028-01-01T00:00:00Z");
    private static final Party POLICE = party("tj-police", AgencyKind.POLICE, "TJ");
    private static final Party SHELTER = party("tj-shelter", AgencyKind.SHELTER, "TJ");
    private static final Party KZ_NGO = party("kz-ngo", AgencyKind.NGO, "KZ");
    private static final Agreement DOMESTIC = agreement("domestic", countries("TJ"), START, END);
    private static final Agreement CORRIDOR = agreement("corridor", countries("TJ", "KZ"), START, END);

    @Test
    void bindsFromItsFirstInstantUntilJustBeforeItsEnd() {
        Agreements agreements = new Agreements(List.of(DOMESTIC));

        assertEquals(Optional.of(DOMESTIC), agreements.binding(POLICE, SHELTER, START));
        assertEquals(Optional.of(DOMESTIC), agreements.binding(POLICE, SHELTER, END.minusNanos(1)));
        assertEquals(Optional.empty(), agreements.binding(POLICE, SHELTER, END));
        assertEquals(Optional.empty(), agreements.binding(POLICE, SHELTER, START.minusNanos(1)));
    }

    @Test
    void keepsExchangesWithinACountryApartFromThoseAcrossItsBorder() {
        Agreements agreements = new Agreements(List.of(DOMESTIC, CORRIDOR));

        assertEquals(Optional.of(DOMESTIC), agreements.binding(POLICE, SHELTER, START));
        assertEquals(Optional.of(CORRIDOR), agreements.binding(SHELTER, KZ_NGO, START));
        assertEquals(Optional.of(CORRIDOR), agreements.binding(KZ_NGO, SHELTER, START));
    }

    @Test
    void bindsNobodyWithoutAnAgreement() {
        assertEquals(Optional.empty(), new Agreements(List.of()).binding(POLICE, SHELTER, START));
        assertEquals(Optional.empty(), new Agreements(List.of(DOMESTIC)).binding(SHELTER, KZ_NGO, START));
        assertEquals(Optional.empty(), new Agreements(List.of(CORRIDOR)).binding(POLICE, SHELTER, START));
    }

    @Test
    void namesTheAgreementOfNamedAgenciesBeforeThatOfTheirCountries() {
        Agreement named = agreement("named", agencies("tj-police", "tj-shelter"), START, END);

        assertEquals(Optional.of(named), new Agreements(List.of(DOMESTIC, named)).binding(POLICE, SHELTER, START));
        assertEquals(Optional.of(named), new Agreements(List.of(named, DOMESTIC)).binding(POLICE, SHELTER, START));
        assertTrue(new Agreements(List.of(named, DOMESTIC)).conflicts().isEmpty());
        assertEquals(
                List.of(named, DOMESTIC),
                new Agreements(List.of(DOMESTIC, named))
                        .corridor(POLICE, SHELTER, Purpose.ASSISTANCE, START)
                        .binding());
    }

    @Test
    void reportsTwoThatSayDifferentThingsOfTheSamePartiesPurposeAndTime() {
        Agreement longer = terms("longer", END.minusSeconds(1), LATER, Set.of(Purpose.ASSISTANCE), 31);
        Agreement more = new Agreement(
                "more",
                1,
                countries("TJ"),
                Set.of(Purpose.ASSISTANCE),
                Set.of(Category.CONTACT),
                START,
                END,
                false,
                30,
                "x");
        Agreement onward = new Agreement(
                "onward",
                1,
                countries("TJ"),
                Set.of(Purpose.ASSISTANCE),
                Set.of(Category.SERVICE_REQUEST),
                START,
                END,
                true,
                30,
                "x");

        for (Agreement other : List.of(longer, more, onward)) {
            assertEquals(1, new Agreements(List.of(DOMESTIC, other)).conflicts().size());
            assertEquals(1, new Agreements(List.of(other, DOMESTIC)).conflicts().size());
        }
    }

    @Test
    void reportsNoConflictWhereTheyAgreeOrSpeakOfDifferentThings() {
        Agreement same = terms("same", START, LATER, Set.of(Purpose.ASSISTANCE), 30);
        Agreement otherPurpose = terms("other-purpose", START, END, Set.of(Purpose.RETURN), 90);
        Agreement wider = agreement("wider", countries("TJ", "KZ", "KG"), START, END);
        Agreement pair = agreement("pair", agencies("tj-police", "tj-shelter"), START, END);
        Agreement three = agreement("three", agencies("tj-police", "tj-shelter", "kz-ngo"), START, END);

        assertEquals(
                List.of(),
                new Agreements(List.of(DOMESTIC, CORRIDOR, same, otherPurpose, wider, pair, three)).conflicts());
    }

    @Test
    void namesTheNarrowerOfTwoThatOverlap() {
        Agreement wider = agreement("a-wider", countries("TJ", "KZ", "KG"), START, END);
        Agreement pair = agreement("z-pair", agencies("tj-shelter", "kz-ngo"), START, END);

        assertEquals(Optional.of(CORRIDOR), new Agreements(List.of(wider, CORRIDOR)).binding(SHELTER, KZ_NGO, START));
        assertEquals(Optional.of(pair), new Agreements(List.of(wider, CORRIDOR, pair)).binding(SHELTER, KZ_NGO, START));
    }

    @Test
    void acceptsASuccessorThatBeginsWhenTheOtherEnds() {
        Agreement successor = agreement("domestic-2", countries("TJ"), END, LATER);

        Agreements agreements = new Agreements(List.of(DOMESTIC, successor, CORRIDOR));

        assertTrue(agreements.conflicts().isEmpty());
        assertEquals(Optional.of(successor), agreements.binding(POLICE, SHELTER, END));
    }

    @Test
    void reportsAnIdUsedTwice() {
        Agreement sameId = agreement("domestic", countries("KZ"), START, END);

        assertEquals(1, new Agreements(List.of(DOMESTIC, sameId)).conflicts().size());
    }

    private static Party party(String id, AgencyKind kind, String country) {
        return new Party(AgencyId.of(id), kind, Jurisdiction.of(country));
    }

    private static Parties countries(String... codes) {
        return new Parties.Countries(
                Set.copyOf(List.of(codes).stream().map(Jurisdiction::of).toList()));
    }

    private static Parties agencies(String... ids) {
        return new Parties.Agencies(
                Set.copyOf(List.of(ids).stream().map(AgencyId::of).toList()));
    }

    private static Agreement terms(String id, Instant from, Instant until, Set<Purpose> purposes, int retentionDays) {
        return new Agreement(
                id,
                1,
                countries("TJ"),
                purposes,
                Set.of(Category.SERVICE_REQUEST),
                from,
                until,
                false,
                retentionDays,
                "test");
    }

    private static Agreement agreement(String id, Parties parties, Instant from, Instant until) {
        return new Agreement(
                id,
                1,
                parties,
                Set.of(Purpose.ASSISTANCE),
                Set.of(Category.SERVICE_REQUEST),
                from,
                until,
                false,
                30,
                "test");
    }
}
