package org.paivand.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.database.Transaction;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.wiring.TestNode;

/** How long an instance believes what it read, against a change that another one records meanwhile. */
@Timeout(60)
class PoliciesInForceTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final List<RecordedPolicy> recorded = new ArrayList<>();
    private Instant now = START;
    private int reads;
    private final PoliciesInForce policies = new PoliciesInForce(transaction -> new InMemory(), () -> now);

    /** The records as every instance would see them. */
    private final class InMemory implements PolicyRecords {
        @Override
        public PolicyTimeline timeline() {
            reads++;
            return new PolicyTimeline(recorded);
        }

        @Override
        public void lock() {}

        @Override
        public void add(RecordedPolicy policy) {
            recorded.add(policy);
        }
    }

    @BeforeEach
    void begin() {
        record(1, PolicyDocument.tajikistan(1), START);
    }

    private void record(int number, PolicyDocument document, Instant from) {
        new InMemory().add(new RecordedPolicy(number, document, from, now, Optional.empty()));
    }

    private String at(Instant instant) {
        return node.database()
                .<String, RuntimeException>commit((Transaction transaction) ->
                        policies.at(transaction, instant).policy().version());
    }

    @Test
    void readsOnceForManyDecisions() {
        for (int i = 0; i < 100; i++) {
            assertEquals("tj-1", at(now));
        }

        assertEquals(1, reads);
    }

    @Test
    void knowsAChangeBeforeItDecidesHoweverShortlyBeforeItRead() {
        assertEquals("tj-1", at(now));
        now = now.plusMillis(1);
        Instant from = now.plus(PolicyChange.NOTICE);
        record(2, PolicyDocument.tajikistan(2), from);

        while (now.isBefore(from)) {
            assertEquals("tj-1", at(now));
            now = now.plus(Duration.ofSeconds(1));
        }

        assertEquals("tj-1", at(from.minusMillis(1)));
        assertEquals("tj-2", at(from));
    }

    @Test
    void readsAnewForWhatLiesFurtherAhead() {
        at(now);
        record(2, PolicyDocument.tajikistan(2), START.plus(Duration.ofHours(1)));

        assertEquals("tj-2", at(START.plus(Duration.ofHours(2))));
        assertEquals("tj-1", at(START.minus(Duration.ofHours(2))));
    }

    @Test
    void believesNothingOnceTheClockWasSetBack() {
        at(now);
        now = now.minusSeconds(1);

        at(now);

        assertEquals(2, reads);
    }
}
