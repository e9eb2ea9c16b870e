package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A node that released something, and two of the Commission after the retention of that year is over. */
public final class EndedYear implements AutoCloseable {
    public final TestNode node = TestNode.running();
    final Caller chair = TestNode.caller("tj-commission", "chair", Role.COMMISSION);
    final Caller member = TestNode.caller("tj-commission", "member", Role.COMMISSION);
    final Caller auditor = TestNode.caller("tj-ombudsman", "auditor-one", Role.AUDITOR);
    final Instant before = node.clock.instant().minusSeconds(60);
    final int year = before.plusSeconds(60).atZone(ZoneOffset.UTC).getYear();
    final UUID disclosure;

    public EndedYear() throws Exception {
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        disclosure = scene.pull(scene.accepted(), Category.IDENTITY).eventId();
        settle();
    }

    /** The retention is over. */
    static EndedYear ended() throws Exception {
        EndedYear ended = new EndedYear();
        ended.untilRetentionIsOver();
        return ended;
    }

    public void untilRetentionIsOver() {
        node.clock.move(Duration.between(node.clock.instant(), Retention.USUAL.over(year)));
    }

    /** Until a checkpoint covers each entry. */
    public void settle() throws Exception {
        TestLog.await(
                "all is signed for",
                () -> TestNode.number("SELECT COUNT(*) FROM paivand.log_pending") == 0
                        && TestNode.number("SELECT MAX(size) FROM paivand_log.checkpoint")
                                == TestNode.number("SELECT COUNT(*) FROM paivand_log.leaf"));
    }

    UUID propose() throws Exception {
        return propose(chair, year);
    }

    UUID propose(Caller caller, int ofYear) throws Exception {
        return node.openings()
                .propose(caller, UUID.randomUUID(), TestNode.key(), ofYear)
                .proposal()
                .id();
    }

    Approval decide(Caller caller, UUID approval, Verdict verdict) throws Exception {
        return node.openings().decide(caller, UUID.randomUUID(), year, approval, verdict);
    }

    public void shred() throws Exception {
        decide(member, propose(), Verdict.CONFIRM);
        settle();
    }

    public Path key() {
        return key(year);
    }

    Path key(int ofYear) {
        return node.caseKeys().resolve("evidence-" + ofYear + ".key");
    }

    boolean hasKey() {
        return Files.exists(key());
    }

    static long certificates() throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand_log.event WHERE type = 'erasure-certificate'");
    }

    static ProblemCode refused(Executable act) {
        return assertThrows(ProblemException.class, act).code();
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
