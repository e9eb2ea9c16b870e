package org.paivand.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.policy.Agreement;

class AgreementsInForceTest {
    private static final Agreement CORRIDOR = Samples.agreement("corridor", 1, Samples.countries("TJ", "KZ"));
    private static final Agreement NEXT = Samples.agreement("corridor", 2, Samples.countries("TJ", "KZ", "UZ"));
    private static final Agreement DOMESTIC = Samples.agreement("domestic", 1, Samples.countries("TJ"));

    @Test
    void countsTheHighestVersionWhereverItStands() {
        assertEquals(List.of(NEXT, DOMESTIC), new AgreementsInForce(List.of(DOMESTIC, CORRIDOR), List.of(NEXT)).all());
        assertEquals(List.of(NEXT), new AgreementsInForce(List.of(NEXT), List.of(CORRIDOR)).all());
    }

    @Test
    void callsTheNextVersionOneMoreThanTheHighest() {
        AgreementsInForce inForce = new AgreementsInForce(List.of(CORRIDOR), List.of(NEXT));

        assertEquals(3, inForce.nextVersion("corridor"));
        assertEquals(1, inForce.nextVersion("other"));
    }

    @Test
    void seesNoContradictionInTheNextVersionOfTheSameAgreement() {
        assertFalse(new AgreementsInForce(List.of(CORRIDOR, DOMESTIC), List.of()).contradicts(NEXT));
    }

    @Test
    void seesNoContradictionBetweenNamedAgenciesAndTheirCountries() {
        Agreement named = Samples.agreement("named", 1, Samples.agencies("tj-shelter-north", "kz-ngo-support"));

        assertFalse(new AgreementsInForce(List.of(CORRIDOR), List.of()).contradicts(named));
    }

    @Test
    void seesThatAnotherSaysADifferentThingOfTheSameParties() {
        Agreement rival = Samples.kept(Samples.agreement("rival", 1, Samples.countries("KZ", "TJ")), 30);

        assertTrue(new AgreementsInForce(List.of(CORRIDOR), List.of()).contradicts(rival));
        assertTrue(new AgreementsInForce(List.of(), List.of(CORRIDOR)).contradicts(rival));
    }

    @Test
    void seesNoContradictionWhereOneIsWiderThanTheOther() {
        Agreement wider = Samples.kept(Samples.agreement("wider", 1, Samples.countries("UZ", "KZ", "TJ")), 30);

        assertFalse(new AgreementsInForce(List.of(CORRIDOR), List.of()).contradicts(wider));
    }

    @Test
    void seesANextVersionThatContradictsAnotherAgreement() {
        Agreement other = Samples.kept(Samples.agreement("other", 1, Samples.countries("TJ", "KZ", "UZ")), 30);

        assertTrue(new AgreementsInForce(List.of(CORRIDOR, other), List.of()).contradicts(NEXT));
    }
}
