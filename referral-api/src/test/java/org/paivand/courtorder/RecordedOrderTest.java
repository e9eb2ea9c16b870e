package org.paivand.courtorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.ReasonCode;

class RecordedOrderTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Jurisdiction TJ = Jurisdiction.of("TJ");

    private final RecordedOrder order = new RecordedOrder(
            new CaseId(UUID.randomUUID()),
            AgencyId.of("tj-police-dushanbe"),
            TJ,
            AgencyId.of("tj-prosecutor-general"),
            Set.of(Category.LEGAL, Category.IDENTITY),
            Sha256.digest(new byte[0]),
            true,
            NOON,
            NOON.plusSeconds(60));

    @Test
    void isReadAsItWasWritten() {
        assertEquals(order, RecordedOrder.of(order.subject()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "paivand-court-order/v2 x", "paivand-court-order/v1"})
    void isNotReadFromWhatSomebodyAltered(String subject) {
        assertThrows(IllegalStateException.class, () -> RecordedOrder.of(subject));
    }

    @Test
    void isInForceFromItsInstantUntilItsEnd() {
        assertEquals(Optional.of(ReasonCode.COURT_ORDER_OVER), order.flaw(TJ, NOON.minusMillis(1)));
        assertEquals(Optional.empty(), order.flaw(TJ, NOON));
        assertEquals(Optional.of(ReasonCode.COURT_ORDER_OVER), order.flaw(TJ, NOON.plusSeconds(60)));
    }
}
