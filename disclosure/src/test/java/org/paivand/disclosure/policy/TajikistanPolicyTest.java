package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Stage;
import org.paivand.disclosure.json.PolicyDocument;

/** What the first policy must never allow, whoever edits it next. */
final class TajikistanPolicyTest {
    private static final Policy POLICY = PolicyDocument.tajikistan().policy();

    private static void eachCeiling(Category category, BiConsumer<Purpose, AgencyKind> check) {
        for (Purpose purpose : Purpose.values()) {
            for (AgencyKind kind : AgencyKind.values()) {
                if (POLICY.ceiling(purpose, kind).contains(category)) {
                    check.accept(purpose, kind);
                }
            }
        }
    }

    @Test
    void policeNeverWriteOrReadHealth() {
        assertFalse(POLICY.mayWrite(AgencyKind.POLICE, Category.HEALTH));
        assertTrue(POLICY.mayWrite(AgencyKind.POLICE, Category.IDENTITY));
        eachCeiling(
                Category.HEALTH,
                (purpose, kind) -> assertTrue(
                        EnumSet.of(AgencyKind.HEALTH, AgencyKind.SHELTER).contains(kind), kind.code()));
    }

    @Test
    void travelGoesToConsulatesOrForReturnOnly() {
        eachCeiling(
                Category.TRAVEL,
                (purpose, kind) -> assertTrue(purpose == Purpose.RETURN || kind == AgencyKind.CONSULATE, kind.code()));
    }

    @Test
    void legalGoesToProsecutorOrLegalAidOnly() {
        eachCeiling(
                Category.LEGAL,
                (purpose, kind) -> assertTrue(
                        EnumSet.of(AgencyKind.PROSECUTOR, AgencyKind.LEGAL_AID).contains(kind), kind.code()));
    }

    @Test
    void overseersReceiveNoPersonsData() {
        for (Purpose purpose : Purpose.values()) {
            for (AgencyKind kind :
                    EnumSet.of(AgencyKind.COMMISSION, AgencyKind.OMBUDSMAN, AgencyKind.DATA_PROTECTION)) {
                assertEquals(Set.of(), POLICY.ceiling(purpose, kind));
            }
        }
    }

    @Test
    void onlyProvidersOwnFeedback() {
        assertFalse(POLICY.mayWrite(AgencyKind.POLICE, Category.FEEDBACK));
        assertTrue(POLICY.mayWrite(AgencyKind.SHELTER, Category.FEEDBACK));
    }

    @Test
    void everythingBeyondTheServiceRequestWaitsForAcceptance() {
        for (Category category : Category.values()) {
            assertEquals(
                    category != Category.SERVICE_REQUEST, POLICY.stage(category).beyondServiceRequest());
        }
        assertTrue(POLICY.rules(BasisType.CONSENT).acceptance());
        assertFalse(POLICY.rules(BasisType.BREAK_GLASS).acceptance());
    }

    @Test
    void noPolicyLeavesAKindOut() {
        Map<AgencyKind, Set<Category>> some = new EnumMap<>(POLICY.writeCeilings());
        some.remove(AgencyKind.POLICE);

        assertThrows(IllegalArgumentException.class, () -> changed(POLICY.stages(), some));
    }

    @Test
    void noPolicyMovesACategoryToAnEarlierStage() {
        Map<Category, Stage> earlier = new EnumMap<>(POLICY.stages());
        earlier.put(Category.EXPERIENCE, Stage.RELEASE);

        assertThrows(IllegalArgumentException.class, () -> changed(earlier, POLICY.writeCeilings()));
        earlier.put(Category.EXPERIENCE, Stage.FEEDBACK);
        assertEquals(Stage.FEEDBACK, changed(earlier, POLICY.writeCeilings()).stage(Category.EXPERIENCE));
    }

    @Test
    void noReflectionPeriodIsShorterThanThirtyDaysAndNoEmergencyLongerThanADay() {
        assertThrows(IllegalArgumentException.class, () -> new ReflectionRules(29, Set.of(), Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new BreakGlassRules(Set.of(), Set.of(), 1441, 72));
        assertThrows(IllegalArgumentException.class, () -> new BreakGlassRules(Set.of(), Set.of(), 60, 73));
    }

    @Test
    void noDutyTakesIdentityUnlessLawNamesIt() {
        Set<Category> identity = Set.of(Category.IDENTITY);

        assertThrows(
                IllegalArgumentException.class,
                () -> new Duty("some-duty", "a law", AgencyKind.NGO, Set.of(Purpose.ASSISTANCE), identity, false));
        assertTrue(new Duty("some-duty", "a law", AgencyKind.NGO, Set.of(Purpose.ASSISTANCE), identity, true)
                .identityNamedByLaw());
    }

    /** Logs name this hash: a change of these bytes would leave their decisions without their policy. */
    @Test
    void theFirstPolicyStaysByteForByteWhatItWasAndMasksNothing() {
        PolicyDocument first = PolicyDocument.tajikistan(1);

        assertEquals(
                "c2a370d73b1e1d1e307d2c49c623292921de8bb96d1412267966add37bcbf9af",
                first.sha256().hex());
        assertEquals("tj-1", first.policy().version());
        assertEquals(Map.of(), first.policy().masks());
        assertEquals(Set.of(), first.policy().masks(Purpose.RETURN, AgencyKind.CONSULATE));
    }

    @Test
    void theSecondPolicyIsTheFirstWithMasks() {
        Policy first = PolicyDocument.tajikistan(1).policy();

        assertEquals("tj-2", POLICY.version());
        assertEquals(
                first,
                new Policy(
                        first.version(),
                        POLICY.jurisdiction(),
                        POLICY.stages(),
                        POLICY.handling(),
                        POLICY.retentionDays(),
                        POLICY.consent(),
                        POLICY.reflection(),
                        POLICY.breakGlass(),
                        POLICY.duties(),
                        POLICY.bases(),
                        POLICY.writeCeilings(),
                        POLICY.ceilings(),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void masksOnlyWhatTheCeilingLetsThrough() {
        POLICY.masks()
                .forEach((mask, to) -> to.forEach((purpose, kinds) -> kinds.forEach(kind -> assertTrue(
                        POLICY.ceiling(purpose, kind).contains(mask.category()), mask.code() + " " + purpose.code()))));
        assertEquals(EnumSet.allOf(Mask.class), POLICY.masks().keySet());
    }

    /** In an emergency whoever comes must find the person. */
    @Test
    void neverMasksWhereSomebodyCanBeReachedInAnEmergency() {
        for (Purpose purpose : POLICY.breakGlass().purposes()) {
            for (AgencyKind kind : AgencyKind.values()) {
                assertTrue(POLICY.masks(purpose, kind).stream()
                        .noneMatch(mask -> POLICY.breakGlass().categories().contains(mask.category())));
            }
        }
    }

    @Test
    void noMaskLeavesAPurposeOut() {
        Map<Mask, Map<Purpose, Set<AgencyKind>>> some = new EnumMap<>(POLICY.masks());
        some.put(Mask.BIRTH_YEAR_ONLY, Map.of(Purpose.ASSISTANCE, Set.of(AgencyKind.NGO)));

        assertThrows(IllegalArgumentException.class, () -> changed(POLICY.stages(), POLICY.writeCeilings(), some));
    }

    private static Policy changed(Map<Category, Stage> stages, Map<AgencyKind, Set<Category>> writeCeilings) {
        return changed(stages, writeCeilings, POLICY.masks());
    }

    private static Policy changed(
            Map<Category, Stage> stages,
            Map<AgencyKind, Set<Category>> writeCeilings,
            Map<Mask, Map<Purpose, Set<AgencyKind>>> masks) {
        return new Policy(
                POLICY.version(),
                POLICY.jurisdiction(),
                stages,
                POLICY.handling(),
                POLICY.retentionDays(),
                POLICY.consent(),
                POLICY.reflection(),
                POLICY.breakGlass(),
                POLICY.duties(),
                POLICY.bases(),
                writeCeilings,
                POLICY.ceilings(),
                masks,
                Map.of());
    }
}
