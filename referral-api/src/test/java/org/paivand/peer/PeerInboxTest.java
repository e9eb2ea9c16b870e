package org.paivand.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.database.Statements;
import org.paivand.disclosure.AgencyId;
import org.paivand.federation.Refusal;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.ledger.Conflict;
import org.paivand.federation.peer.Peers;
import org.paivand.federation.receipt.Receipt;
import org.paivand.federation.receipt.SignedReceipt;
import org.paivand.federation.receipt.Stage;
import org.paivand.journal.Journal;
import org.paivand.peer.Sender.Sent;
import org.paivand.peer.jdbc.JdbcPeerMessages;
import org.paivand.registry.node.NodeId;

@Timeout(120)
class PeerInboxTest {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private static TestLog log;
    private static Journal journal;

    private final NodeKeys us = new NodeKeys(new NodeId("tj-national"), Sender.key(), Sender.key());
    private final Sender sender = new Sender(new NodeId("kz-national"), us);
    private final AtomicInteger effects = new AtomicInteger();
    private final PeerInbox inbox = inbox((transaction, envelope, payload) -> effects.incrementAndGet());
    private final int entriesBefore =
            rows("SELECT event_id FROM paivand_log.event").size();
    private Instant now = NOON;

    @BeforeAll
    static void beginLog(@TempDir Path folder) throws Exception {
        log = new TestLog();
        journal = new Journal(
                log.entries, new CaseTokens(TestKeystores.complete(folder, "node.p12")), new SecureRandom());
    }

    @AfterAll
    static void closeLog() {
        log.close();
    }

    @BeforeEach
    void forgetWhatCameBefore() {
        change("DELETE FROM paivand.peer_received");
        change("DELETE FROM paivand.peer_conflict");
    }

    @Test
    void answersWithAReceiptThatNamesItsEntry() throws Exception {
        Sent sent = sender.echo(NOON);

        Stage stage = receipt(take(sent), sent).stage();

        String leaf = assertInstanceOf(Stage.Delivered.class, stage).leaf().hex();
        assertEquals(1, entries());
        assertTrue(rows("SELECT SHA2(CONCAT(UNHEX('00'), entry), 256) FROM paivand_log.event")
                .contains(leaf));
        assertEquals(1, effects.get());
    }

    @Test
    void givesTheSameReceiptAgainAndDoesNothingTwice() throws Exception {
        Sent sent = sender.echo(NOON);
        Taken first = take(sent);
        now = NOON.plus(Duration.ofHours(3));

        assertEquals(first, take(sent));

        assertEquals(1, effects.get());
        assertEquals(1, entries());
    }

    @Test
    void givesTheSameReceiptAgainAfterTheMessageHasExpired() {
        Sent sent = sender.echo(NOON);
        Taken first = take(sent);

        now = NOON.plus(Duration.ofDays(40));

        assertEquals(first, take(sent));
    }

    @Test
    void doesNotTakeForTheFirstTimeWhatHasExpired() throws Exception {
        Sent sent = sender.echo(NOON);
        now = NOON.plus(Duration.ofDays(1));

        assertEquals(new Taken.Refused(Refusal.EXPIRED), take(sent));
        assertEquals(0, kept());
    }

    @Test
    void keepsNothingOfAStranger() throws Exception {
        Sent sent = new Sender(new NodeId("kz-national"), us).echo(NOON);

        assertEquals(new Taken.Refused(Refusal.UNKNOWN_KEY), take(sent));
        assertEquals(0, kept());
        assertEquals(0, entries());
    }

    @Test
    void keepsNothingOfATypeThatItDoesNotTakeAndMayTakeItLater() throws Exception {
        Sent sent = sender.of(MessageType.CAPACITY_QUERY, NOON);

        assertEquals(new Taken.Refused(Refusal.TYPE_NOT_TAKEN), take(sent));
        assertEquals(0, kept());
        assertEquals(0, entries());
    }

    /** Whoever carries a message can damage its payload, but must not have it rejected for good. */
    @Test
    void takesAMessageWhosePayloadCameWholeTheSecondTime() {
        Sent sent = sender.echo(NOON);

        assertEquals(new Taken.Refused(Refusal.OTHER_PAYLOAD), inbox.take(sent.envelope(), sent.payload() + "A"));

        assertInstanceOf(Stage.Delivered.class, receipt(take(sent), sent).stage());
    }

    @Test
    void rejectsForGoodWhatTheSenderMadeUnreadable() throws Exception {
        Sent sent = sender.unreadable(NOON);
        Taken answer = take(sent);

        assertEquals(
                new Stage.Rejected(Refusal.PAYLOAD_UNREADABLE),
                receipt(answer, sent).stage());
        assertEquals(answer, take(sent));
        assertEquals(0, effects.get());
        assertEquals(1, entries());
        assertInstanceOf(Stage.Delivered.class, stageOf(sender.echo(NOON)));
    }

    @Test
    void neverAcknowledgesAnotherMessageUnderAnIdAndKeepsBothAsEvidence() throws Exception {
        Sent first = sender.echo(NOON);
        take(first);
        Sent other = sender.pretending(first, NOON);

        assertEquals(new Taken.Contradicts(Conflict.SAME_ID), take(other));
        assertEquals(new Taken.Contradicts(Conflict.SAME_ID), take(other));

        assertEquals(List.of(other.envelope()), rows("SELECT envelope FROM paivand.peer_conflict"));
        assertEquals(List.of(first.envelope()), rows("SELECT envelope FROM paivand.peer_received"));
        assertEquals(1, effects.get());
        assertEquals(2, entries());
    }

    @Test
    void findsASenderThatTellsTwoHistories() throws Exception {
        take(sender.echo(NOON));
        Sent second = sender.echo(NOON);
        take(second);
        sender.goBackTo(second);

        assertEquals(new Taken.Contradicts(Conflict.SAME_PLACE), take(sender.echo(NOON)));
        assertEquals(new Taken.Contradicts(Conflict.OTHER_HISTORY), take(sender.echo(NOON)));
        assertEquals(2, kept());
    }

    @Test
    void takesWhatAMissingMessageKeptBackAndThenTheMissingOne() {
        take(sender.echo(NOON));
        Sent missing = sender.echo(NOON);
        Sent ahead = sender.echo(NOON);

        assertInstanceOf(Stage.Delivered.class, stageOf(ahead));
        assertInstanceOf(Stage.Delivered.class, stageOf(missing));
    }

    @Test
    void takesNothingNewOfAnEpochThatIsOver() {
        take(sender.echo(NOON));
        Sent late = sender.echo(NOON);
        sender.beginEpoch(2);
        assertInstanceOf(Stage.Delivered.class, stageOf(sender.echo(NOON)));

        assertEquals(new Taken.Contradicts(Conflict.PAST_EPOCH), take(late));
    }

    @Test
    void keepsNeitherMessageNorEntryIfTheEffectFails() throws Exception {
        Sent sent = sender.echo(NOON);
        PeerInbox failing = inbox((transaction, envelope, payload) -> {
            throw new SQLException("no room", "HY000");
        });

        assertThrows(DatabaseUnavailableException.class, () -> failing.take(sent.envelope(), sent.payload()));

        assertEquals(0, kept());
        assertEquals(0, entries());
        assertInstanceOf(Stage.Delivered.class, stageOf(sent));
    }

    @Test
    void hasOneEffectOfEachMessageHoweverOftenAndInWhichOrderItComes() throws Exception {
        long seed = new Random().nextLong();
        List<Sent> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Sent sent = sender.echo(NOON);
            all.addAll(List.of(sent, sent, sent));
        }
        Collections.shuffle(all, new Random(seed));

        Set<Taken> answers = new HashSet<>();
        for (Taken answer : atOnce(all)) {
            assertInstanceOf(Taken.Receipted.class, answer, "seed " + seed);
            answers.add(answer);
        }

        assertEquals(12, answers.size(), "seed " + seed);
        assertEquals(12, effects.get(), "seed " + seed);
        assertEquals(12, entries(), "seed " + seed);
        assertEquals(12, kept(), "seed " + seed);
    }

    private List<Taken> atOnce(List<Sent> all) throws Exception {
        ExecutorService carriers = Executors.newFixedThreadPool(6);
        try {
            List<Taken> answers = new ArrayList<>();
            for (Future<Taken> answer : carriers.invokeAll(
                    all.stream().map(sent -> (Callable<Taken>) () -> take(sent)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            carriers.shutdownNow();
        }
    }

    private PeerInbox inbox(Effect effect) {
        return new PeerInbox(
                log.database,
                JdbcPeerMessages::new,
                journal,
                at -> Sender.believing(sender.id, sender.signing.publicKey(), at),
                us,
                new AgencyId("tj-commission"),
                Map.of(MessageType.ECHO, effect),
                () -> now);
    }

    private Taken take(Sent sent) {
        return inbox.take(sent.envelope(), sent.payload());
    }

    private Stage stageOf(Sent sent) {
        return receipt(take(sent), sent).stage();
    }

    /** As the sender accepts it. */
    private Receipt receipt(Taken answer, Sent sent) {
        String compact = assertInstanceOf(Taken.Receipted.class, answer).receipt();
        Peers ours = Sender.believing(us.id(), us.signing().publicKey(), NOON);
        try {
            return SignedReceipt.accept(compact, sent.signed(), sender.id, ours, now)
                    .receipt();
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    private int kept() throws SQLException {
        return rows("SELECT id FROM paivand.peer_received").size();
    }

    private int entries() throws SQLException {
        return rows("SELECT event_id FROM paivand_log.event").size() - entriesBefore;
    }

    private List<String> rows(String select) {
        return log.database.<List<String>, RuntimeException>commit(
                transaction -> new Statements(transaction).select(select, row -> row.getString(1)));
    }

    private void change(String statement) {
        int unusedRows = log.database.<Integer, RuntimeException>commit(
                transaction -> new Statements(transaction).change(statement));
    }
}
