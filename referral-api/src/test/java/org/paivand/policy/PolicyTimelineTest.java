package org.paivand.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.json.PolicyDocument;

final class PolicyTimelineTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final RecordedPolicy FIRST = recorded(1, PolicyDocument.tajikistan(1), NOW);
    private static final RecordedPolicy SECOND = recorded(2, PolicyDocument.tajikistan(2), NOW.plusSeconds(100));

    private static RecordedPolicy recorded(int number, PolicyDocument document, Instant from) {
        return new RecordedPolicy(number, document, from, NOW, Optional.empty());
    }

    @Test
    void eachDecidesFromItsBeginningToJustBeforeTheNext() {
        PolicyTimeline timeline = new PolicyTimeline(List.of(FIRST, SECOND));

        assertEquals(FIRST, timeline.at(NOW));
        assertEquals(FIRST, timeline.at(SECOND.validFrom().minusNanos(1)));
        assertEquals(SECOND, timeline.at(SECOND.validFrom()));
        assertEquals(SECOND, timeline.at(Instant.MAX));
    }

    @Test
    void theFirstAnswersForTheTimeBeforeIt() {
        assertEquals(FIRST, new PolicyTimeline(List.of(SECOND, FIRST)).at(Instant.MIN));
    }

    @Test
    void ofTwoForOneInstantTheOneRecordedLaterDecides() {
        RecordedPolicy instead = recorded(3, PolicyDocument.tajikistan(1), SECOND.validFrom());

        assertEquals(instead, new PolicyTimeline(List.of(FIRST, instead, SECOND)).at(SECOND.validFrom()));
    }

    @Test
    void whatIsRecordedLaterNeverChangesWhatDecidedBefore() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<RecordedPolicy> known = new ArrayList<>(List.of(FIRST));
        for (int number = 2; number < 60; number++) {
            Instant recording = NOW.plusSeconds(number * 10L);
            Instant past = NOW.plusSeconds(random.nextInt(number * 10));
            RecordedPolicy before = new PolicyTimeline(known).at(past);
            known.add(recorded(number, PolicyDocument.tajikistan(2), recording.plusSeconds(random.nextInt(500))));
            Collections.shuffle(known, random);

            assertEquals(before, new PolicyTimeline(known).at(past), "seed " + seed);
        }
    }

    @Test
    void withoutAnyNothingIsDecided() {
        assertThrows(IllegalStateException.class, () -> new PolicyTimeline(List.of()).at(NOW));
    }

    @Test
    void aVersionNamesOneText() {
        PolicyTimeline timeline = new PolicyTimeline(List.of(FIRST));

        assertFalse(timeline.namesAnother(PolicyDocument.tajikistan(1)));
        assertFalse(timeline.namesAnother(PolicyDocument.tajikistan(2)));
        assertTrue(timeline.namesAnother(Policies.longerReflection("tj-1")));
    }

    @Test
    void whatIsScheduledCountsAsKnownAndWhatIsOverDoesNot() {
        PolicyTimeline timeline = new PolicyTimeline(List.of(FIRST, SECOND));

        assertTrue(timeline.includes(SECOND.document().sha256(), NOW));
        assertTrue(timeline.includes(FIRST.document().sha256(), NOW));
        assertFalse(timeline.includes(FIRST.document().sha256(), SECOND.validFrom()));
    }
}
