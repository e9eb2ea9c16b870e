package org.paivand.outofband;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.erasure.EndedYear;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What the book tells where the log's openings can't be opened. */
@Timeout(120)
class OutOfBandBookTest {
    @AutoClose
    private final EndedYear ended = new EndedYear();

    private final Scene scene = Scene.policeAndShelter(ended.node);

    OutOfBandBookTest() throws Exception {}

    @BeforeEach
    void tellSomethingOutside() throws Exception {
        Recorded unusedRecorded = ended.node
                .outOfBand()
                .record(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        new Telling(
                                OutOfBandChannel.TELEPHONE,
                                ended.node.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                new AgencyId(Scene.POLICE),
                                Optional.empty(),
                                Optional.of(Outsider.FAMILY),
                                Purpose.FAMILY_TRACING,
                                Set.of(Category.IDENTITY),
                                Optional.empty(),
                                Optional.of(NoConsentReason.BY_MISTAKE),
                                Optional.empty(),
                                Optional.empty()));
        ended.settle();
        assertEquals(1, read().size());
    }

    private List<Recorded> read() {
        return ended.node.outOfBand().list(scene.controller, scene.caseId, Optional.empty(), 10);
    }

    @Test
    void endsWhereOpeningsAreShredded() throws Exception {
        ended.untilRetentionIsOver();
        ended.shred();

        assertEquals(List.of(), read());
    }

    @Test
    void tellsNothingWhileTheKeysCannotBeReached() throws Exception {
        Files.move(ended.key(), ended.key().resolveSibling("aside"));
        Files.createDirectories(ended.key().resolve("in-the-way"));

        assertEquals(
                ProblemCode.KEYS_UNAVAILABLE,
                assertThrows(ProblemException.class, this::read).code());
    }
}
