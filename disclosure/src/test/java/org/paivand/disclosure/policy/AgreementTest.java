package org.paivand.disclosure.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
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
    void refusesOneThatEndsBeforeItBegins() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Scene.corridor(Set.of(Purpose.RETURN), Set.of(Category.CONTACT), Scene.END, Scene.END));
    }
}
