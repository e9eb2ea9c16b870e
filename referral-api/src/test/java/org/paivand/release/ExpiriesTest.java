package org.paivand.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.consent.Happening;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Ending;
import org.paivand.release.Expiries.CaseEndings;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What ends soon, over cases of a whole node. */
@Timeout(60)
class ExpiriesTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @AutoClose
    private static final TestNode node = TestNode.running();

    private final String agency = "tj-hotline-national";

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void namesWhatEndsWithinTheDaysAskedForAndNothingThatEndsLater() throws Exception {
        Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));

        CaseEndings found = of(scene.caseId, all(scene.controller, TWO_DAYS)).orElseThrow();

        assertEquals(consent, found.endings().get(0).consentId());
        assertEquals(Ending.Cause.GRANT, found.endings().get(0).cause());
        assertFalse(
                of(scene.caseId, all(scene.controller, Duration.ofHours(20))).isPresent());
    }

    @Test
    void saysNothingOfWhatWasWithdrawnAndNothingToAnybodyElse() throws Exception {
        Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));
        Caller other = TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER);
        assertFalse(of(scene.caseId, all(other, TWO_DAYS)).isPresent());

        scene.withdraw(consent);

        assertFalse(of(scene.caseId, all(scene.controller, TWO_DAYS)).isPresent());
    }

    @Test
    void tellsTheControllerWhichConsentsSomebodyDisputes() throws Exception {
        Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        UUID consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));
        Duration anHour = Duration.ofHours(1);
        assertFalse(of(scene.caseId, all(scene.controller, anHour)).isPresent());

        node.consents()
                .change(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        consent,
                        Happening.dispute());

        assertEquals(
                List.of(consent),
                of(scene.caseId, all(scene.controller, anHour)).orElseThrow().disputed());
    }

    @Test
    void missesNoCaseHoweverShortThePages() throws Exception {
        List<CaseId> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
            if (i % 2 == 0) {
                scene.consent(scene.grant(Category.SERVICE_REQUEST));
                expected.add(scene.caseId);
            }
            node.clock.move(Duration.ofSeconds(1));
        }

        List<CaseId> found =
                all(caller(), TWO_DAYS, 1).stream().map(CaseEndings::caseId).toList();

        assertTrue(found.containsAll(expected));
        assertEquals(found.size(), found.stream().distinct().count());
    }

    @Test
    void aCaseWithoutItsKeyDoesNotHideTheOthers() throws Exception {
        Scene lost = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        lost.consent(lost.grant(Category.SERVICE_REQUEST));
        Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));

        Files.delete(node.caseKeys().resolve(lost.caseId + ".key"));

        List<CaseEndings> all = all(scene.controller, TWO_DAYS);
        assertTrue(of(scene.caseId, all).isPresent());
        assertFalse(of(lost.caseId, all).isPresent());
    }

    private Caller caller() {
        return TestNode.caller(agency, "officer-one", Role.REFERRER);
    }

    private static Optional<CaseEndings> of(CaseId id, List<CaseEndings> all) {
        return all.stream().filter(found -> found.caseId().equals(id)).findFirst();
    }

    private static List<CaseEndings> all(Caller caller, Duration within) throws Exception {
        return all(caller, within, 100);
    }

    private static List<CaseEndings> all(Caller caller, Duration within, int limit) throws Exception {
        List<CaseEndings> all = new ArrayList<>();
        Optional<Cursor> after = Optional.empty();
        do {
            Expiries.Page page = node.expiries().list(caller, within, after, limit);
            assertTrue(page.cases().size() <= limit);
            all.addAll(page.cases());
            after = page.next();
        } while (after.isPresent());
        return all;
    }
}
