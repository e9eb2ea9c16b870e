package org.paivand.emergency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.holding.Holdings.Kept;
import org.paivand.wiring.TestNode;

/** What stays with a recipient after an emergency. The clock runs forward only. */
@Timeout(60)
class EmergencyHoldingsTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    @Test
    void isKeptForItsTimeAskedBackByNoWithdrawalAndHoldsTheCaseUntilItsReview() throws Exception {
        Glass glass = Glass.whole(node);
        EmergencyDesk.Broken broken = glass.breakIt();
        UUID consent = glass.scene.consent(glass.scene.grant(Category.SERVICE_REQUEST, Category.CONTACT));

        glass.scene.withdraw(consent);

        assertEquals(List.of(), node.notices().about(glass.scene.controller, glass.scene.caseId, Optional.empty(), 10));
        List<UUID> kept = node.retentions().kept(glass.doctor, Optional.empty(), 1_000).stream()
                .filter(held -> held.caseId().equals(glass.scene.caseId))
                .map(Kept::disclosure)
                .toList();
        assertEquals(List.of(broken.disclosure().eventId()), kept);

        node.clock.move(Duration.ofDays(366));
        assertFalse(due(glass));

        glass.judge(glass.reviewer, broken.emergency(), ReviewFinding.JUSTIFIED);
        assertTrue(due(glass));
    }

    private static boolean due(Glass glass) {
        return node.retentions().cases(glass.scene.controller, Optional.empty(), 10_000).stream()
                .anyMatch(due -> due.caseId().equals(glass.scene.caseId));
    }
}
