package org.paivand.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.paivand.erasure.EndedYear.certificates;
import static org.paivand.erasure.EndedYear.refused;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.audit.TestLog;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.json.EventJson;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemCode;
import org.paivand.wiring.Race;
import org.paivand.wiring.TestNode;

@Timeout(120)
class OpeningsDeskTest {
    @AutoClose
    private final EndedYear ended = new EndedYear();

    OpeningsDeskTest() throws Exception {}

    private void requireWhole() throws Exception {
        assertTrue(ended.hasKey());
        assertEquals(0, certificates());
        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand_log.shredded"));
    }

    private void requireShredded() throws Exception {
        assertFalse(ended.hasKey());
        assertEquals(1, certificates());
        ended.node.log().requireWritable();
    }

    private ErasureCertified certificate() throws Exception {
        for (AuditDesk.Shown shown : ended.node.audit().changes(ended.auditor, UUID.randomUUID(), 0, 100)) {
            if (shown.found().entry().type() == EntryType.ERASURE_CERTIFICATE) {
                Opening opening = shown.content().fold(opened -> opened, shredded -> {
                    throw new AssertionError("a certificate is never shredded");
                });
                return (ErasureCertified) EventJson.parse(opening.event());
            }
        }
        throw new AssertionError("no certificate");
    }

    @Test
    void destroysTheYearsKeyAndCertifiesEachIndexThatItSealed() throws Exception {
        long sealed = TestNode.number("SELECT COUNT(*) FROM paivand_log.leaf");
        ended.untilRetentionIsOver();

        Approval decided = ended.decide(ended.member, ended.propose(), Verdict.CONFIRM);

        assertEquals(ApprovalState.CONFIRMED, decided.state());
        requireShredded();
        ended.settle();
        ErasureCertified certificate = certificate();
        assertEquals(
                new Erasure.OfOpenings(TestLog.ORIGIN, List.of(new Erasure.IndexRange(0, sealed))),
                certificate.erased());
        assertEquals("chair", certificate.authoriser());
        assertEquals("member", certificate.head().discloser().user());
        assertEquals(Optional.empty(), certificate.head().caseAlias());
    }

    @Test
    void goesOnLoggingAndReleasingUnderTheKeyOfThePresentYear() throws Exception {
        ended.untilRetentionIsOver();
        ended.shred();
        ended.node.restart();

        requireShredded();
        assertTrue(Files.exists(ended.key(ended.year + 11)));
    }

    @Test
    void keepsEverythingUntilTheLastMomentOfTheRetention() throws Exception {
        ended.untilRetentionIsOver();
        UUID early = ended.propose();
        ended.node.clock.move(Duration.ofMinutes(-2));

        assertEquals(ProblemCode.CONFLICT, refused(ended::propose));
        assertEquals(ProblemCode.CONFLICT, refused(() -> ended.decide(ended.member, early, Verdict.CONFIRM)));
        requireWhole();
    }

    @Test
    void takesTwoPeopleOfTheCommission() throws Exception {
        ended.untilRetentionIsOver();
        UUID approval = ended.propose();
        Caller registrar = TestNode.caller("tj-commission", "registrar", Role.REGISTRAR);
        Caller program = TestNode.caller("tj-commission", "member", Role.COMMISSION, Role.MACHINE);

        assertEquals(ProblemCode.OWN_CHANGE, refused(() -> ended.decide(ended.chair, approval, Verdict.CONFIRM)));
        for (Caller other : List.of(registrar, program, ended.auditor)) {
            assertEquals(ProblemCode.FORBIDDEN, refused(() -> ended.decide(other, approval, Verdict.CONFIRM)));
            assertEquals(ProblemCode.FORBIDDEN, refused(() -> ended.propose(other, ended.year)));
        }
        requireWhole();
    }

    @Test
    void isNotDecidedThroughAnotherYearOrAnotherKindOfChange() throws Exception {
        ended.untilRetentionIsOver();
        UUID approval = ended.propose();

        assertEquals(
                ProblemCode.NOT_FOUND,
                refused(() -> ended.node
                        .openings()
                        .decide(ended.member, UUID.randomUUID(), ended.year + 1, approval, Verdict.CONFIRM)));
        assertEquals(
                ProblemCode.NOT_FOUND, refused(() -> ended.decide(ended.member, UUID.randomUUID(), Verdict.CONFIRM)));
        requireWhole();
    }

    @Test
    void leavesTheKeyWhenRejected() throws Exception {
        ended.untilRetentionIsOver();
        UUID approval = ended.propose();

        assertEquals(
                ApprovalState.REJECTED,
                ended.decide(ended.member, approval, Verdict.REJECT).state());
        assertEquals(ProblemCode.CONFLICT, refused(() -> ended.decide(ended.member, approval, Verdict.CONFIRM)));
        requireWhole();
    }

    @Test
    void waitsForOpenReviewsOfThatYear() throws Exception {
        ended.untilRetentionIsOver();
        UUID before = ended.propose();
        TestNode.sql("INSERT INTO paivand_log.review_due VALUES ('" + ended.disclosure + "', '2026-12-01')");

        assertEquals(ProblemCode.CONFLICT, refused(ended::propose));
        assertEquals(ProblemCode.CONFLICT, refused(() -> ended.decide(ended.member, before, Verdict.CONFIRM)));
        requireWhole();

        TestNode.sql("INSERT INTO paivand_log.review VALUES ('" + ended.disclosure + "', '" + UUID.randomUUID() + "')");
        ended.decide(ended.member, before, Verdict.CONFIRM);
        requireShredded();
    }

    @Test
    void findsNothingInAYearThatSealedNothing() throws Exception {
        ended.untilRetentionIsOver();

        assertEquals(ProblemCode.NOT_FOUND, refused(() -> ended.propose(ended.chair, ended.year - 1)));
        requireWhole();
    }

    @Test
    void shredsAYearOnce() throws Exception {
        ended.untilRetentionIsOver();
        UUID one = ended.propose();
        UUID other = ended.propose();
        ended.decide(ended.member, one, Verdict.CONFIRM);

        assertEquals(ProblemCode.CONFLICT, refused(() -> ended.decide(ended.member, one, Verdict.CONFIRM)));
        assertEquals(ProblemCode.CONFLICT, refused(() -> ended.decide(ended.member, other, Verdict.CONFIRM)));
        assertEquals(ProblemCode.CONFLICT, refused(ended::propose));
        requireShredded();
    }

    @Test
    void ofTwoConfirmationsAtOnceOneCertifies() throws Exception {
        ended.untilRetentionIsOver();
        UUID one = ended.propose();
        UUID other = ended.propose();
        try (Race race = new Race()) {
            List<Race.Finish<Object>> finishes = race.run(List.<Callable<Object>>of(
                    () -> ended.decide(ended.member, one, Verdict.CONFIRM),
                    () -> ended.decide(ended.member, other, Verdict.CONFIRM)));

            assertTrue(finishes.get(0).won() != finishes.get(1).won(), "one of the two");
        }
        requireShredded();
    }

    @Test
    void finishesAtTheNextStartWhatACrashInterrupted() throws Exception {
        ended.untilRetentionIsOver();
        ended.node.approvals().decide(ended.member, UUID.randomUUID(), ended.propose(), Verdict.CONFIRM);
        assertTrue(ended.hasKey());

        ended.node.restart();

        requireShredded();
    }

    @Test
    void destroysAKeyAgainThatCameBackFromABackup() throws Exception {
        byte[] backup = Files.readAllBytes(ended.key());
        ended.untilRetentionIsOver();
        ended.shred();
        Files.write(ended.key(), backup);

        ended.node.restart();

        requireShredded();
    }

    @Test
    void saysThatAKeyCannotBeDestroyedYet() throws Exception {
        ended.untilRetentionIsOver();
        UUID approval = ended.propose();
        Files.move(ended.key(), ended.key().resolveSibling("aside"));
        Files.createDirectories(ended.key().resolve("in-the-way"));

        assertEquals(
                ProblemCode.KEYS_UNAVAILABLE, refused(() -> ended.decide(ended.member, approval, Verdict.CONFIRM)));
        assertEquals(1, certificates());
        assertThrows(KeysUnavailableException.class, () -> ended.node.openings().finish());

        Files.delete(ended.key().resolve("in-the-way"));
        Files.delete(ended.key());
        Files.move(ended.key().resolveSibling("aside"), ended.key());
        ended.node.openings().finish();
        requireShredded();
    }

    private boolean refusesToWrite() {
        try {
            ended.node.log().requireWritable();
            return false;
        } catch (LogNotWritableException refused) {
            return true;
        }
    }

    @Test
    void shredsNothingWhileTheLogCannotBeWritten() throws Exception {
        ended.untilRetentionIsOver();
        UUID approval = ended.propose();
        TestNode.sql("INSERT INTO paivand.log_trouble VALUES ('UNSOUND', 'by a test', UTC_TIMESTAMP(3))");
        TestLog.await("it was noticed", this::refusesToWrite);

        assertThrows(LogNotWritableException.class, () -> ended.decide(ended.member, approval, Verdict.CONFIRM));
        assertThrows(LogNotWritableException.class, ended::propose);
        requireWhole();
    }
}
