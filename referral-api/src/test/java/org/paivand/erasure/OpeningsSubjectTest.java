package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.json.EventJson;

class OpeningsSubjectTest {
    private static final String LOG = "paivand.example/tj/2026";

    @Test
    void isReadAsItWasWritten() {
        OpeningsSubject subject = new OpeningsSubject(
                2026,
                List.of(
                        new Erasure.OfOpenings(LOG, List.of(new IndexRange(0, 17), new IndexRange(20, 31))),
                        new Erasure.OfOpenings("paivand.example/tj/2027", List.of(new IndexRange(3, 4)))));

        assertEquals(
                "paivand-openings-erasure/v1 2026\n" + LOG + " 0-17 20-31\npaivand.example/tj/2027 3-4",
                subject.text());
        assertEquals(subject, OpeningsSubject.of(subject.text()));
        assertEquals(28, OpeningsSubject.entries(subject.openings().get(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "paivand-openings-erasure/v1",
                "paivand-openings-erasure/v2 2026\nlog 0-1",
                "paivand-openings-erasure/v1 year\nlog 0-1",
                "paivand-openings-erasure/v1 2026\nlog",
                "paivand-openings-erasure/v1 2026\nlog 0",
                "paivand-openings-erasure/v1 2026\nlog 1-0",
                "paivand-openings-erasure/v1 2026\nlog 0-2 1-3",
                "paivand-openings-erasure/v1 2026\nlog 0-1\n",
                "paivand-openings-erasure/v1 2026\nlog 0-1x",
                "paivand-case-erasure/v1 2026\nlog 0-1"
            })
    void isNothingElse(String text) {
        assertThrows(IllegalStateException.class, () -> OpeningsSubject.of(text));
    }

    @Test
    void aCertificateOfAsManyRangesAsItMayHaveIsAnEvent() {
        List<IndexRange> ranges = LongStream.range(0, 2 * OpeningsErasure.RANGES_IN_ONE + 1)
                .mapToObj(i -> new IndexRange(9_000_000_000_000_000L + 2 * i, 9_000_000_000_000_001L + 2 * i))
                .toList();
        OpeningsSubject subject = new OpeningsSubject(2026, List.of(new Erasure.OfOpenings(LOG, ranges)));

        List<Erasure.OfOpenings> certificates = OpeningsErasure.certificates(subject);

        assertEquals(3, certificates.size());
        assertEquals(
                ranges,
                certificates.stream().flatMap(one -> one.ranges().stream()).toList());
        Actor actor = new Actor(new AgencyId("tj-commission"), "member", "commission", "console", Optional.of("t-1"));
        EventHead head = new EventHead(new UUID(1, 1), new UUID(2, 2), Instant.EPOCH, Optional.empty(), actor);
        assertTrue(EventJson.write(new ErasureCertified(head, certificates.get(0), "chair")).length <= 65_536);
    }

    @Test
    void theRetentionIsCountedFromTheEndOfTheYear() {
        assertEquals(Instant.parse("2037-01-01T00:00:00Z"), Retention.USUAL.over(2026));
        assertEquals(
                Instant.parse("2028-07-11T00:00:00Z"),
                Retention.parse("P1Y6M10D").over(2026));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "P11M", "P364D", "-P10Y", "P2Y-1D", "PT1H", "ten", ""})
    void aRetentionOfLessThanAYearIsRefused(String period) {
        assertThrows(RuntimeException.class, () -> Retention.parse(period));
    }

    @Test
    void aRetentionOfAYearIsTheShortest() {
        assertEquals(new Retention(Period.ofYears(1)), Retention.parse("P1Y"));
    }
}
