package org.paivand.registry.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.Obstacle;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;

class MatrixTest {

    private static final Directory DIRECTORY = SampleDirectory.load();
    private static final Jurisdiction TJ = Jurisdiction.of("TJ");
    private static final Jurisdiction KZ = Jurisdiction.of("KZ");
    private static final Jurisdiction UZ = Jurisdiction.of("UZ");
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);
    private static final Agreement CORRIDOR = agreement("corridor", countries("TJ", "KZ"), AgreementTerms.NONE);

    @Test
    void hasARowForEachPurposeAndACellForEachCategoryInTheirOrder() {
        Matrix matrix = countries(List.of(CORRIDOR), TJ, KZ, ALL);

        assertEquals(
                Arrays.asList(Purpose.values()),
                matrix.rows().stream().map(Matrix.Row::purpose).toList());
        matrix.rows()
                .forEach(row -> assertEquals(
                        Arrays.asList(Category.values()),
                        row.cells().stream().map(MatrixCell::category).toList()));
        assertEquals(
                1,
                countries(List.of(CORRIDOR), TJ, KZ, Set.of(Purpose.RETURN))
                        .rows()
                        .size());
    }

    @Test
    void saysWhatMayFlowUnderWhichAgreementAndWithWhatLimits() {
        MatrixCell contact = cell(countries(List.of(CORRIDOR), TJ, KZ, ALL), Purpose.RETURN, Category.CONTACT);

        assertEquals(Flow.ALL, contact.flow());
        assertEquals(Optional.of(new AgreementReference("corridor", 1)), contact.agreement());
        assertEquals(Optional.of(new MatrixCell.Limits(false, 60, Optional.empty())), contact.limits());
        assertEquals(Optional.empty(), contact.obstacle());
    }

    @Test
    void saysWhyItMayNot() {
        Matrix matrix = countries(List.of(CORRIDOR), TJ, KZ, ALL);

        refused(Obstacle.PURPOSE_NOT_NAMED, cell(matrix, Purpose.PROSECUTION, Category.CONTACT));
        refused(Obstacle.CATEGORY_NOT_NAMED, cell(matrix, Purpose.RETURN, Category.FAMILY));
        refused(Obstacle.CATEGORY_ABOVE_CEILING, cell(matrix, Purpose.LEGAL_AID, Category.CONTACT));
        refused(
                Obstacle.NO_AGREEMENT,
                cell(countries(List.of(CORRIDOR), TJ, UZ, ALL), Purpose.RETURN, Category.CONTACT));
        refused(
                Obstacle.NO_AGREEMENT,
                cell(countries(List.of(CORRIDOR), TJ, TJ, ALL), Purpose.RETURN, Category.CONTACT));
    }

    @Test
    void saysWhenItIsNotYetAndNoLongerInForce() {
        Instant before = CORRIDOR.validFrom().minusSeconds(1);

        refused(Obstacle.NOT_IN_FORCE_YET, cell(at(before), Purpose.RETURN, Category.CONTACT));
        refused(Obstacle.NO_LONGER_IN_FORCE, cell(at(CORRIDOR.validUntil()), Purpose.RETURN, Category.CONTACT));
        assertEquals(
                Flow.ALL,
                cell(at(CORRIDOR.validUntil().minusSeconds(1)), Purpose.RETURN, Category.CONTACT)
                        .flow());
    }

    @Test
    void tellsWhoMayReceiveBetweenCountriesAndRefusesTheOthersBetweenAgencies() {
        Agreement ngos = agreement("ngos", countries("TJ", "KZ"), receivedBy(AgencyKind.NGO));
        MatrixCell cell = cell(countries(List.of(ngos), TJ, KZ, ALL), Purpose.RETURN, Category.CONTACT);

        assertEquals(
                Optional.of(Set.of(AgencyKind.NGO)), cell.limits().orElseThrow().recipientKinds());
        assertEquals(
                Flow.ALL,
                cell(agencies(List.of(ngos), "tj-shelter-north", "kz-ngo-support"), Purpose.RETURN, Category.CONTACT)
                        .flow());
        refused(
                Obstacle.RECIPIENT_KIND_NOT_NAMED,
                cell(agencies(List.of(ngos), "kz-ngo-support", "tj-shelter-north"), Purpose.RETURN, Category.CONTACT));
    }

    @Test
    void refusesWhatNoKindIsLeftToReceive() {
        Agreement ngos = agreement("ngos", countries("TJ", "KZ"), receivedBy(AgencyKind.NGO));
        Agreement police = agreement("police", countries("TJ", "KZ", "UZ"), receivedBy(AgencyKind.POLICE));

        refused(
                Obstacle.RECIPIENT_KIND_NOT_NAMED,
                cell(countries(List.of(ngos, police), TJ, KZ, ALL), Purpose.RETURN, Category.CONTACT));
    }

    @Test
    void namesAgreementsOfSomeAsExceptions() {
        Agreement pair = agreement(
                "pair",
                new Parties.Agencies(Set.of(AgencyId.of("tj-shelter-north"), AgencyId.of("kz-ngo-support"))),
                AgreementTerms.NONE);
        Agreement elsewhere = agreement(
                "elsewhere",
                new Parties.Agencies(Set.of(AgencyId.of("uz-ngo-support"), AgencyId.of("kz-ngo-support"))),
                AgreementTerms.NONE);

        MatrixCell alone = cell(countries(List.of(pair, elsewhere), TJ, KZ, ALL), Purpose.RETURN, Category.CONTACT);
        MatrixCell beside = cell(countries(List.of(pair, CORRIDOR), TJ, KZ, ALL), Purpose.RETURN, Category.CONTACT);
        MatrixCell neither = cell(countries(List.of(pair), TJ, KZ, ALL), Purpose.LEGAL_AID, Category.CONTACT);

        assertEquals(Flow.SOME, alone.flow());
        assertEquals(Optional.of(Obstacle.NO_AGREEMENT), alone.obstacle());
        assertEquals(List.of(pair.reference()), alone.exceptions());
        assertEquals(Flow.ALL, beside.flow());
        assertEquals(Optional.of(CORRIDOR.reference()), beside.agreement());
        assertEquals(List.of(pair.reference()), beside.exceptions());
        assertEquals(Flow.NONE, neither.flow());
    }

    @Test
    void agreesBetweenAllAgenciesOfTheSampleWithTheRuleOfTheDecision() {
        Agreements agreements = new Agreements(DIRECTORY.agreements());
        int flowing = 0;
        for (Agency from : DIRECTORY.agencies()) {
            for (Agency to : DIRECTORY.agencies()) {
                Matrix matrix = Matrix.betweenAgencies(agreements.all(), from.party(), to.party(), ALL, NOW);
                for (Matrix.Row row : matrix.rows()) {
                    for (MatrixCell cell : row.cells()) {
                        boolean permitted = agreements
                                .corridor(from.party(), to.party(), row.purpose(), NOW)
                                .objection(cell.category(), Action.SHARE)
                                .isEmpty();
                        assertEquals(permitted, cell.flow() == Flow.ALL);
                        flowing += permitted ? 1 : 0;
                    }
                }
            }
        }
        assertTrue(flowing > 0);
    }

    private static void refused(Obstacle why, MatrixCell cell) {
        assertEquals(Flow.NONE, cell.flow());
        assertEquals(Optional.of(why), cell.obstacle());
        assertEquals(Optional.empty(), cell.limits());
        assertEquals(why != Obstacle.NO_AGREEMENT, cell.agreement().isPresent());
    }

    private static MatrixCell cell(Matrix matrix, Purpose purpose, Category category) {
        return matrix.rows().stream()
                .filter(row -> row.purpose() == purpose)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.category() == category)
                .findFirst()
                .orElseThrow();
    }

    private static Matrix at(Instant when) {
        return Matrix.betweenCountries(List.of(CORRIDOR), MatrixTest::law, TJ, KZ, ALL, when);
    }

    private static Matrix countries(
            Collection<Agreement> agreements, Jurisdiction from, Jurisdiction to, Set<Purpose> purposes) {
        return Matrix.betweenCountries(agreements, MatrixTest::law, from, to, purposes, NOW);
    }

    private static Matrix agencies(Collection<Agreement> agreements, String from, String to) {
        return Matrix.betweenAgencies(agreements, party(from), party(to), ALL, NOW);
    }

    private static Party party(String id) {
        return DIRECTORY.agency(AgencyId.of(id)).orElseThrow().party();
    }

    private static Optional<Jurisdiction> law(AgencyId id) {
        return DIRECTORY.agency(id).map(Agency::jurisdiction);
    }

    private static AgreementTerms receivedBy(AgencyKind... kinds) {
        return new AgreementTerms(
                Map.of(), Optional.of(Set.of(kinds)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Parties countries(String... codes) {
        return new Parties.Countries(
                Set.copyOf(Arrays.stream(codes).map(Jurisdiction::of).toList()));
    }

    private static Agreement agreement(String id, Parties parties, AgreementTerms terms) {
        AgreementTerms lower = new AgreementTerms(
                Map.of(Purpose.LEGAL_AID, Set.of(Category.LEGAL)),
                terms.recipientKinds(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Agreement(
                id,
                1,
                parties,
                Set.of(Purpose.RETURN, Purpose.LEGAL_AID),
                Set.of(Category.CONTACT, Category.LEGAL),
                NOW.minusSeconds(60),
                NOW.plusSeconds(60),
                false,
                60,
                "test",
                lower);
    }
}
