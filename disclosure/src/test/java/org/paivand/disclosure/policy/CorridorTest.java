package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NGO;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.SHELTER_ABROAD;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Scene;

final class CorridorTest {
    private static final Parties COUNTRIES = new Parties.Countries(Set.of(Scene.TJ, Scene.KZ));
    private static final Parties KINDS = new Parties.Kinds(
            new Parties.Countries(Set.of(Scene.TJ, Scene.KZ)), Set.of(AgencyKind.NGO, AgencyKind.SHELTER));
    private static final Parties PAIR = new Parties.Agencies(Set.of(NGO.agency(), SHELTER_ABROAD.agency()));

    private static Agreement agreement(String id, Parties parties, Set<Category> categories) {
        return agreement(id, parties, Set.of(Purpose.RETURN), categories, GIVEN, END, AgreementTerms.NONE);
    }

    private static Agreement agreement(
            String id,
            Parties parties,
            Set<Purpose> purposes,
            Set<Category> categories,
            Instant from,
            Instant until,
            AgreementTerms terms) {
        return new Agreement(id, 1, parties, purposes, categories, from, until, true, 60, "law", terms);
    }

    private static Agreement with(String id, Parties parties, AgreementTerms terms) {
        return agreement(id, parties, Set.of(Purpose.RETURN), EnumSet.allOf(Category.class), GIVEN, END, terms);
    }

    private static AgreementTerms receiving(AgencyKind... kinds) {
        return new AgreementTerms(
                Map.of(), Optional.of(Set.of(kinds)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static AgreementTerms evidence(EvidenceUse use) {
        return new AgreementTerms(Map.of(), Optional.empty(), Optional.of(use), Optional.empty(), Optional.empty());
    }

    private static Corridor corridor(Agreement... agreements) {
        return Corridor.between(NGO, SHELTER_ABROAD, List.of(agreements), Purpose.RETURN, NOW);
    }

    private static void passes(Corridor corridor, Category category) {
        assertEquals(Optional.empty(), corridor.objection(category, Action.SHARE));
    }

    private static void stays(Corridor corridor, Category category, Obstacle obstacle, String agreement) {
        Corridor.Objection objection =
                corridor.objection(category, Action.SHARE).orElseThrow();

        assertEquals(obstacle, objection.obstacle());
        assertEquals(agreement, objection.agreement().map(Agreement::id).orElse("none"));
    }

    @Test
    void whatOneOfSeveralKeepsBackStaysHoweverNarrowTheOtherIs() {
        Agreement wide = agreement("wide", COUNTRIES, Set.of(Category.CONTACT));
        Agreement close = agreement("close", PAIR, Set.of(Category.CONTACT, Category.HEALTH));

        passes(corridor(wide, close), Category.CONTACT);
        stays(corridor(wide, close), Category.HEALTH, Obstacle.CATEGORY_NOT_NAMED, "wide");
        stays(corridor(close, wide), Category.HEALTH, Obstacle.CATEGORY_NOT_NAMED, "wide");
        passes(corridor(close), Category.HEALTH);
    }

    @Test
    void namesTheNarrowestOfThoseThatBind() {
        Agreement countries = agreement("aa-countries", COUNTRIES, Set.of(Category.CONTACT));
        Agreement kinds = agreement("bb-kinds", KINDS, Set.of(Category.CONTACT));
        Agreement pair = agreement("cc-pair", PAIR, Set.of(Category.CONTACT, Category.HEALTH));

        Corridor all = corridor(countries, kinds, pair);

        assertEquals(List.of(pair, kinds, countries), all.binding());
        assertEquals(Optional.of(pair), all.narrowest());
        stays(all, Category.LEGAL, Obstacle.CATEGORY_NOT_NAMED, "cc-pair");
    }

    @Test
    void theStrictestOfEachLimitHoldsWhicheverAgreementHasIt() {
        Agreement close = with("close", PAIR, evidence(EvidenceUse.PERMITTED));
        Agreement wide = new Agreement(
                "wide",
                1,
                COUNTRIES,
                Set.of(Purpose.RETURN),
                EnumSet.allOf(Category.class),
                GIVEN,
                NOW.plusSeconds(1),
                false,
                7,
                "law",
                evidence(EvidenceUse.ASK));

        Corridor both = corridor(close, wide);

        assertFalse(both.onwardAllowed());
        assertEquals(7, both.retentionDays(365));
        assertEquals(3, both.retentionDays(3));
        assertEquals(NOW.plusSeconds(1), both.validUntil(END));
        assertEquals(Optional.of(EvidenceUse.ASK), both.evidenceUse());
        assertEquals(
                Obstacle.ONWARD_FORBIDDEN,
                both.objection(Category.CONTACT, Action.ONWARD).orElseThrow().obstacle());
    }

    @Test
    void anAgreementSaysNothingOfAPurposeThatItDoesNotName() {
        Agreement other = agreement(
                "other", PAIR, Set.of(Purpose.LEGAL_AID), Set.of(Category.LEGAL), GIVEN, END, AgreementTerms.NONE);
        Agreement ours = agreement("ours", COUNTRIES, Set.of(Category.CONTACT));

        passes(corridor(other, ours), Category.CONTACT);
        assertEquals(List.of(ours), corridor(other, ours).binding());
        stays(corridor(other), Category.LEGAL, Obstacle.PURPOSE_NOT_NAMED, "other");
    }

    @Test
    void onlyTheKindsThatAreNamedReceive() {
        stays(
                corridor(with("ngos", COUNTRIES, receiving(AgencyKind.NGO))),
                Category.CONTACT,
                Obstacle.RECIPIENT_KIND_NOT_NAMED,
                "ngos");
        passes(corridor(with("shelters", COUNTRIES, receiving(AgencyKind.SHELTER))), Category.CONTACT);
    }

    @Test
    void theKindsOfPartiesAreThoseOfBothSides() {
        Parties shelters =
                new Parties.Kinds(new Parties.Countries(Set.of(Scene.TJ, Scene.KZ)), Set.of(AgencyKind.SHELTER));

        stays(
                corridor(agreement("shelters", shelters, Set.of(Category.CONTACT))),
                Category.CONTACT,
                Obstacle.NO_AGREEMENT,
                "none");
        assertTrue(shelters.between(SHELTER, SHELTER_ABROAD));
        assertFalse(KINDS.between(NGO, SHELTER));
    }

    @Test
    void aCeilingOfThePurposeIsLowerThanTheAgreements() {
        AgreementTerms terms = new AgreementTerms(
                Map.of(Purpose.RETURN, Set.of(Category.TRAVEL)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Agreement agreement = agreement(
                "low",
                COUNTRIES,
                Set.of(Purpose.RETURN, Purpose.LEGAL_AID),
                Set.of(Category.TRAVEL, Category.LEGAL),
                GIVEN,
                END,
                terms);

        passes(corridor(agreement), Category.TRAVEL);
        stays(corridor(agreement), Category.LEGAL, Obstacle.CATEGORY_ABOVE_CEILING, "low");
        stays(corridor(agreement), Category.HEALTH, Obstacle.CATEGORY_NOT_NAMED, "low");
        passes(Corridor.between(NGO, SHELTER_ABROAD, List.of(agreement), Purpose.LEGAL_AID, NOW), Category.LEGAL);
    }

    @Test
    void bindsFromItsFirstInstantUntilJustBeforeItsEnd() {
        Agreement agreement = agreement("one", COUNTRIES, Set.of(Category.CONTACT));

        passes(Corridor.between(NGO, SHELTER_ABROAD, List.of(agreement), Purpose.RETURN, GIVEN), Category.CONTACT);
        passes(
                Corridor.between(NGO, SHELTER_ABROAD, List.of(agreement), Purpose.RETURN, END.minusNanos(1)),
                Category.CONTACT);
        stays(
                Corridor.between(NGO, SHELTER_ABROAD, List.of(agreement), Purpose.RETURN, END),
                Category.CONTACT,
                Obstacle.NO_LONGER_IN_FORCE,
                "one");
        stays(
                Corridor.between(NGO, SHELTER_ABROAD, List.of(agreement), Purpose.RETURN, GIVEN.minusNanos(1)),
                Category.CONTACT,
                Obstacle.NOT_IN_FORCE_YET,
                "one");
    }

    @Test
    void whereNoneBindsTheOneThatComesNearestIsNamed() {
        Set<Category> contact = Set.of(Category.CONTACT);
        Set<Purpose> back = Set.of(Purpose.RETURN);
        Agreement over = agreement("over", PAIR, back, contact, GIVEN, NOW, AgreementTerms.NONE);
        Agreement soon = agreement("soon", COUNTRIES, back, contact, NOW.plusSeconds(1), END, AgreementTerms.NONE);
        Agreement late = agreement("late", PAIR, back, contact, NOW.plusSeconds(2), END, AgreementTerms.NONE);
        Agreement other = agreement("other", PAIR, Set.of(Purpose.LEGAL_AID), contact, GIVEN, END, AgreementTerms.NONE);

        stays(corridor(over, late, soon, other), Category.CONTACT, Obstacle.NOT_IN_FORCE_YET, "soon");
        stays(corridor(other, over), Category.CONTACT, Obstacle.NO_LONGER_IN_FORCE, "over");
        stays(corridor(), Category.CONTACT, Obstacle.NO_AGREEMENT, "none");
    }
}
