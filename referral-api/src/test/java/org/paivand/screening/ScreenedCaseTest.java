package org.paivand.screening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A screening is a part of what happened: it leaves as that, or not at all. */
@Timeout(60)
class ScreenedCaseTest {
    private static final String SCREENING =
            "{\"indicators\":[{\"indicator\":\"papers-kept\",\"finding\":\"present\"}]}";

    @AutoClose
    private static final TestNode node = TestNode.running();

    private static Scene screened(String recipient, Purpose purpose) throws Exception {
        Scene scene = Scene.between(node, "tj-hotline-migrants", recipient, purpose);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(Category.EXPERIENCE, 0, sample -> SCREENING);
        return scene;
    }

    @Test
    void goesToWhomAGrantNamesForAPurposeThatNeedsIt() throws Exception {
        Scene scene = screened("tj-ngo-legal-aid", Purpose.LEGAL_AID);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));

        byte[] sections = scene.pull(scene.accepted(), Category.EXPERIENCE).sections();

        assertTrue(new String(sections, StandardCharsets.UTF_8).contains("papers-kept"));
    }

    @Test
    void staysWhereNoGrantNamesIt() throws Exception {
        Scene scene = screened("tj-ngo-legal-aid", Purpose.LEGAL_AID);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
        ReferralId referral = scene.accepted();

        assertEquals(ProblemCode.RELEASE_REFUSED, refused(scene, referral));
    }

    @Test
    void staysWhereThePurposeNeedsNoneOfItWhateverWasConsentedTo() throws Exception {
        Scene scene = screened(Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.EXPERIENCE));
        ReferralId referral = scene.accepted();

        assertEquals(ProblemCode.RELEASE_REFUSED, refused(scene, referral));
    }

    @Test
    void liesSealedInTheDatabase() throws Exception {
        Scene scene = screened(Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        String rows = "SELECT COUNT(*) FROM paivand.section WHERE category = 'experience' AND case_id = '"
                + scene.caseId + "'";

        assertEquals(1, TestNode.number(rows));
        assertEquals(0, TestNode.number(rows + " AND LOCATE('papers-kept', sealed) > 0"));
    }

    @Test
    void isNotWaitedForByAnyHelp() throws Exception {
        Scene scene = Scene.between(node, "tj-hotline-migrants", Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));

        byte[] sections = scene.pull(scene.accepted(), Category.SERVICE_REQUEST).sections();

        assertTrue(sections.length > 0);
    }

    @Test
    void isKeptFromAgenciesThatMayNotWriteWhatHappened() throws Exception {
        Scene border = Scene.between(node, "tj-border-guard", Scene.SHELTER, Purpose.SHELTER_PLACEMENT);

        assertEquals(
                ProblemCode.SECTION_NOT_PERMITTED,
                assertThrows(ProblemException.class, () -> border.write(Category.EXPERIENCE, 0, sample -> SCREENING))
                        .code());
    }

    private static ProblemCode refused(Scene scene, ReferralId referral) {
        return assertThrows(ProblemException.class, () -> scene.pull(referral, Category.EXPERIENCE))
                .code();
    }
}
