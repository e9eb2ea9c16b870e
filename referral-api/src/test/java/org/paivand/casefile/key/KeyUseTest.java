package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.paivand.casefile.key.KeyUse.ControllerUse;
import org.paivand.casefile.key.KeyUse.ForRelease;
import org.paivand.casefile.key.KeyUse.Reason;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.CategoryDecision.Withhold;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;

class KeyUseTest {

    private static final AgencyId POLICE = AgencyId.of("tj-police-dushanbe");

    @Test
    void releasesExactlyTheCategoryThatIsPermitted() {
        Decision decision = KeyUses.permitting(Category.CONTACT);

        assertEquals(Category.CONTACT, new ForRelease(decision, Category.CONTACT).category());
        assertThrows(IllegalArgumentException.class, () -> new ForRelease(decision, Category.IDENTITY));
    }

    @Test
    void releasesNothingThatIsWithheld() {
        Decision decision = new Decision("1", Map.of(Category.IDENTITY, new Withhold(ReasonCode.SAFETY_REFUSAL)));

        assertThrows(IllegalArgumentException.class, () -> new ForRelease(decision, Category.IDENTITY));
    }

    @Test
    void letsAControllerReadOnlyWhatItsNamedUseNeeds() {
        assertEquals(Category.TRAVEL, new ControllerUse(POLICE, Category.TRAVEL, Reason.DECISION_FACTS).category());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ControllerUse(POLICE, Category.HEALTH, Reason.DECISION_FACTS));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ControllerUse(POLICE, Category.CONTACT, Reason.STATISTICS_ROW));
    }
}
