package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Scene;

final class AgreementTest {
    private static final Parties TWO = new Parties.Countries(Set.of(Scene.TJ, Scene.KZ));

    private static void covers(boolean expected, Parties parties, Party from, Party to) {
        assertEquals(expected, parties.between(from, to));
        assertEquals(expected, parties.between(to, from));
    }

    @Test
    void oneBetweenCountriesIsNotForExchangesWithinOne() {
        covers(true, TWO, Scene.NGO, Scene.SHELTER_ABROAD);
        covers(false, TWO, Scene.NGO, Scene.SHELTER);
    }

    @Test
    void oneOfASingleCountryIsForExchangesWithinItAlone() {
        Parties within = new Parties.Countries(Set.of(Scene.TJ));

        covers(true, within, Scene.NGO, Scene.SHELTER);
        covers(false, within, Scene.NGO, Scene.SHELTER_ABROAD);
    }

    @Test
    void oneOfOtherCountriesCoversNeither() {
        Parties others = new Parties.Countries(Set.of(Jurisdiction.of("UZ"), Jurisdiction.of("KG")));

        covers(false, others, Scene.NGO, Scene.SHELTER_ABROAD);
        covers(false, others, Scene.NGO, Scene.SHELTER);
    }

    @Test
    void oneOfAgenciesCoversThemAndNoColleague() {
        Parties two = new Parties.Agencies(Set.of(Scene.NGO.agency(), Scene.SHELTER_ABROAD.agency()));

        covers(true, two, Scene.NGO, Scene.SHELTER_ABROAD);
        covers(false, two, Scene.POLICE, Scene.SHELTER_ABROAD);
        covers(false, two, Scene.NGO, Scene.NGO);
    }

    @Test
    void refusesOneWithoutPartiesOrWithOneAgency() {
        assertThrows(IllegalArgumentException.class, () -> new Parties.Countries(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new Parties.Agencies(Set.of(Scene.NGO.agency())));
    }

    @Test
    void refusesTermsThatSpeakOfWhatTheAgreementDoesNotHave() {
        AgreementTerms none = AgreementTerms.NONE;
        Optional<Set<AgencyKind>> police = Optional.of(Set.of(AgencyKind.POLICE));
        Parties ngos = new Parties.Kinds(new Parties.Countries(Set.of(Scene.TJ, Scene.KZ)), Set.of(AgencyKind.NGO));

        refused(TWO, ceiling(Purpose.RETURN, Category.CONTACT));
        refused(TWO, ceiling(Purpose.SHELTER_PLACEMENT, Category.HEALTH));
        refused(
                ngos,
                new AgreementTerms(Map.of(), police, none.evidenceUse(), none.lawfulBasis(), none.documentSha256()));
        assertEquals(
                Set.of(Category.CONTACT),
                Scene.varied(Scene.corridor(), "one", TWO, ceiling(Purpose.SHELTER_PLACEMENT, Category.CONTACT))
                        .ceiling(Purpose.SHELTER_PLACEMENT));
    }

    @Test
    void refusesEmptyTerms() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new AgreementTerms(
                        Map.of(Purpose.RETURN, Set.of()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AgreementTerms(
                        Map.of(), Optional.of(Set.of()), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> new LawfulBasis("a", " ", "c"));
        assertThrows(IllegalArgumentException.class, () -> new LawfulBasis("a", "b", "c".repeat(501)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Parties.Kinds(new Parties.Countries(Set.of(Scene.TJ)), Set.of()));
    }

    @Test
    void refusesToKeepFromEvidenceWhatIsForInvestigation() {
        assertFalse(EvidenceUse.NEVER.suits(Set.of(Purpose.RETURN, Purpose.INVESTIGATION)));
        assertFalse(EvidenceUse.NEVER.suits(Set.of(Purpose.PROSECUTION)));
        assertTrue(EvidenceUse.NEVER.suits(Set.of(Purpose.RETURN)));
        assertTrue(EvidenceUse.ASK.suits(Set.of(Purpose.PROSECUTION)));
    }

    private static void refused(Parties parties, AgreementTerms terms) {
        assertThrows(IllegalArgumentException.class, () -> Scene.varied(Scene.corridor(), "one", parties, terms));
    }

    private static AgreementTerms ceiling(Purpose purpose, Category category) {
        return new AgreementTerms(
                Map.of(purpose, Set.of(category)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void refusesOneThatEndsBeforeItBegins() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Scene.corridor(Set.of(Purpose.RETURN), Set.of(Category.CONTACT), Scene.END, Scene.END));
    }
}
