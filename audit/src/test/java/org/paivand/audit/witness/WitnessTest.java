package org.paivand.audit.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

class WitnessTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ORIGIN = "log.example/2026";
    private static final List<byte[]> D = RfcTree.entries(40);
    private static final ConsistencyProof NONE = new ConsistencyProof(List.of());

    private final PrivateKeySigner log = TestKeys.signer(ORIGIN);
    private final Cosigner cosigner = TestKeys.cosigner("witness.example/w1");
    private final MemoryHeads heads = new MemoryHeads();
    private final Witness witness = new Witness(List.of(log.verifierKey()), heads, cosigner);

    @Test
    void cosignsTheFirstCheckpointAndWhatContinuesIt() throws Exception {
        for (int[] step : new int[][] {{0, 1}, {1, 2}, {2, 13}, {13, 32}, {32, 40}}) {
            SignedNote note = note(step[1]);

            WitnessAnswer answer = ask(step[0], growth(step[0], step[1]), note);

            assertEquals(200, answer.status());
            assertEquals(ORIGIN, answer.about().orElseThrow().origin());
            assertEquals(Map.of("w1", NOON), trusted(note, answer));
        }
    }

    @Test
    void cosignsTheEmptyLogAndWhatComesAfter() throws Exception {
        assertEquals(200, ask(0, NONE, note(0)).status());
        assertEquals(200, ask(0, NONE, note(0)).status());
        assertEquals(200, ask(0, NONE, note(7)).status());
    }

    @Test
    void cosignsTheSameCheckpointAgain() throws Exception {
        ask(0, NONE, note(7));

        WitnessAnswer again = witness.addCheckpoint(body(7, NONE, note(7)), NOON.plusSeconds(60));

        assertEquals(Map.of("w1", NOON.plusSeconds(60)), trusted(note(7), again));
    }

    @Test
    void statesNoEarlierTimeThanBeforeAndNoneBefore1970() throws Exception {
        ask(0, NONE, note(7));
        WitnessAnswer setBack = witness.addCheckpoint(body(7, growth(7, 13), note(13)), NOON.minusSeconds(3600));
        assertEquals(Map.of("w1", NOON), trusted(note(13), setBack));

        Witness other = new Witness(List.of(log.verifierKey()), new MemoryHeads(), cosigner);
        WitnessAnswer early = other.addCheckpoint(body(0, NONE, note(7)), Instant.EPOCH.minusSeconds(1));
        assertEquals(Map.of("w1", Instant.EPOCH), trusted(note(7), early));
    }

    @Test
    void answers400ToWhatIsNoRequestAndToAnOldSizeBeyondTheCheckpoint() throws Exception {
        String text = "hello\n";
        SignedNote noCheckpoint = new SignedNote(text, List.of(log.sign(text)));

        assertEquals(400, witness.addCheckpoint(new byte[0], NOON).status());
        assertEquals(
                400,
                witness.addCheckpoint(new byte[AddCheckpoint.MAX_BYTES + 1], NOON)
                        .status());
        assertEquals(400, ask(0, NONE, noCheckpoint).status());
        assertEquals(400, ask(8, NONE, note(7)).status());
        ask(0, NONE, note(13));
        assertEquals(400, ask(13, NONE, note(7)).status());
        assertKept(13);
    }

    @Test
    void answers404ToAnOriginThatItDoesNotKnowWhoeverSigned() throws Exception {
        String text = new Checkpoint("log.example/2027", head(7)).text();

        WitnessAnswer answer = ask(0, NONE, new SignedNote(text, List.of(log.sign(text))));

        assertEquals(404, answer.status());
        assertEquals(Optional.empty(), answer.about());
    }

    @Test
    void answers403IfTheLogDidNotSign() throws Exception {
        String text = note(7).text();
        PrivateKeySigner stranger = TestKeys.signer(ORIGIN);
        NoteSignature forged = new NoteSignature(
                ORIGIN, log.verifierKey().keyId(), stranger.sign(text).signature());
        NoteSignature ofAnotherText = log.sign(note(13).text());

        for (List<NoteSignature> signatures : List.of(
                List.of(stranger.sign(text)),
                List.of(forged),
                List.of(ofAnotherText),
                List.of(log.sign(text), forged),
                List.of(cosigner.cosign(text, NOON)))) {
            WitnessAnswer answer = ask(0, NONE, new SignedNote(text, signatures));
            assertEquals(403, answer.status());
            assertEquals(Optional.empty(), answer.about());
        }
        assertEquals(Optional.empty(), heads.last(ORIGIN));
    }

    @Test
    void ignoresSignaturesByUnknownKeysAndOfUnknownTypes() throws Exception {
        String text = note(7).text();
        NoteSignature ofAnotherType = new NoteSignature(ORIGIN, 0x06060606, new byte[2428]);
        SignedNote many = new SignedNote(
                text,
                List.of(
                        ofAnotherType,
                        TestKeys.signer(ORIGIN).sign(text),
                        log.sign(text),
                        cosigner.cosign(text, NOON)));

        assertEquals(200, ask(0, NONE, many).status());
    }

    @Test
    void takesEitherKeyOfAnOrigin() throws Exception {
        PrivateKeySigner second = TestKeys.signer(ORIGIN);
        Witness both = new Witness(List.of(log.verifierKey(), second.verifierKey()), heads, cosigner);
        String text = note(7).text();

        assertEquals(200, both.addCheckpoint(body(0, NONE, note(7)), NOON).status());
        assertEquals(
                200,
                both.addCheckpoint(body(7, NONE, new SignedNote(text, List.of(second.sign(text)))), NOON)
                        .status());
    }

    @Test
    void answers409WithTheLatestSizeInItsOwnType() throws Exception {
        ask(0, NONE, note(13));

        for (WitnessAnswer answer : List.of(
                ask(0, NONE, note(20)),
                ask(7, growth(7, 20), note(20)),
                ask(14, growth(14, 20), note(20)),
                ask(0, NONE, note(7)))) {
            assertEquals(409, answer.status());
            assertEquals("13\n", answer.body());
            assertEquals("text/x.tlog.size", answer.contentType());
        }
        assertEquals(
                "0\n",
                new Witness(List.of(log.verifierKey()), new MemoryHeads(), cosigner)
                        .addCheckpoint(body(7, growth(7, 20), note(20)), NOON)
                        .body());
        assertKept(13);
    }

    @Test
    void answers409ToTheSameSizeWithAnotherRoot() throws Exception {
        ask(0, NONE, note(13));

        WitnessAnswer answer = ask(13, NONE, note(new TreeHead(13, Hash.leaf(new byte[] {9}))));

        assertEquals(409, answer.status());
        assertEquals("13\n", answer.body());
        assertKept(13);
    }

    @Test
    void answers422ToAProofThatDoesNotVerify() throws Exception {
        assertEquals(422, ask(0, growth(7, 20), note(20)).status());
        ask(0, NONE, note(13));
        List<Hash> path = new ArrayList<>(growth(13, 20).path());
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        List<Hash> bent = new ArrayList<>(path);
        bent.set(1, Hash.EMPTY);

        for (ConsistencyProof wrong : List.of(
                NONE,
                new ConsistencyProof(longer),
                new ConsistencyProof(bent),
                new ConsistencyProof(path.subList(1, path.size())),
                growth(12, 20))) {
            assertEquals(422, ask(13, wrong, note(20)).status());
        }
        assertEquals(
                422, ask(13, growth(13, 20), note(new TreeHead(20, Hash.EMPTY))).status());
        assertEquals(422, ask(13, growth(13, 20), note(13)).status());
        assertKept(13);
    }

    @Test
    void saysNothingOfWhatItCouldNotKeep() {
        Witness broken = new Witness(
                List.of(log.verifierKey()),
                new WitnessedHeads() {
                    @Override
                    public Optional<WitnessedHead> last(String origin) {
                        return Optional.empty();
                    }

                    @Override
                    public boolean record(String origin, Optional<WitnessedHead> expected, WitnessedHead next)
                            throws IOException {
                        throw new IOException("disk full");
                    }
                },
                cosigner);

        assertThrows(IOException.class, () -> broken.addCheckpoint(body(0, NONE, note(7)), NOON));
    }

    @Test
    void whoDiedBetweenKeepingAndAnsweringIsAskedAgain() throws Exception {
        heads.record(ORIGIN, Optional.empty(), new WitnessedHead(head(13), NOON));

        WitnessAnswer behind = ask(0, NONE, note(13));
        assertEquals(409, behind.status());
        WitnessAnswer again = ask(WitnessReply.size(behind.body().getBytes(StandardCharsets.UTF_8)), NONE, note(13));

        assertEquals(200, again.status());
    }

    @Test
    void ofManyThatGrowFromOneSizeOneIsCosignedAndNoneRollsBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int round = 0; round < 20; round++) {
            MemoryHeads shared = new MemoryHeads();
            Witness contested = new Witness(List.of(log.verifierKey()), shared, cosigner);
            contested.addCheckpoint(body(0, NONE, note(5)), NOON);
            CyclicBarrier start = new CyclicBarrier(8);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int size = 6 + i;
                answers.add(threads.submit(() -> {
                    start.await();
                    return contested
                                            .addCheckpoint(body(5, growth(5, size), note(size)), NOON)
                                            .status()
                                    == 200
                            ? size
                            : 0;
                }));
            }
            TreeMap<Integer, Integer> cosigned = new TreeMap<>();
            for (Future<Integer> answer : answers) {
                cosigned.merge(answer.get(), 1, Integer::sum);
            }
            assertEquals(7, cosigned.get(0));
            assertEquals(
                    (long) cosigned.lastKey(),
                    shared.last(ORIGIN).orElseThrow().head().size());
        }
        threads.shutdown();
    }

    @Test
    void ofManyThatAskForTheSameEachGetsACosignature() throws Exception {
        ask(0, NONE, note(5));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Instant at = NOON.plusSeconds(i);
            answers.add(threads.submit(
                    () -> witness.addCheckpoint(body(5, NONE, note(5)), at).status()));
        }

        for (Future<Integer> answer : answers) {
            assertEquals(200, answer.get());
        }
        threads.shutdown();
    }

    @Test
    void refusesToWitnessWithAWitnessKeyAsLog() {
        assertThrows(
                IllegalArgumentException.class, () -> new Witness(List.of(cosigner.verifierKey()), heads, cosigner));
    }

    @Test
    void theLogReadsItsCosignatureAndNothingElse() throws Exception {
        SignedNote note = note(7);
        byte[] answer = ask(0, NONE, note).body().getBytes(StandardCharsets.UTF_8);
        byte[] stranger = TestKeys.cosigner("witness.example/w1")
                .cosign(note.text(), NOON)
                .line()
                .getBytes(StandardCharsets.UTF_8);
        byte[] both = (new String(stranger, StandardCharsets.UTF_8) + new String(answer, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);

        assertEquals(
                1,
                WitnessReply.cosignatures(note, answer, cosigner.verifierKey()).size());
        assertEquals(
                1, WitnessReply.cosignatures(note, both, cosigner.verifierKey()).size());
        for (byte[] hostile : List.of(
                stranger,
                new byte[0],
                Arrays.copyOf(answer, answer.length - 1),
                ("more\n\n" + new String(answer, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                new byte[WitnessReply.MAX_BYTES + 1])) {
            assertThrows(Exception.class, () -> WitnessReply.cosignatures(note, hostile, cosigner.verifierKey()));
        }
        for (String size : List.of("", "\n", "7", "07\n", "+7\n", "7\n\n", "7 \n")) {
            assertThrows(Exception.class, () -> WitnessReply.size(size.getBytes(StandardCharsets.UTF_8)), size);
        }
    }

    private WitnessAnswer ask(long old, ConsistencyProof growth, SignedNote note) throws Exception {
        return witness.addCheckpoint(body(old, growth, note), NOON);
    }

    private static byte[] body(long old, ConsistencyProof growth, SignedNote note) {
        return new AddCheckpoint(old, growth, note).encode();
    }

    private SignedNote note(int size) throws Exception {
        return note(head(size));
    }

    private SignedNote note(TreeHead head) throws Exception {
        String text = new Checkpoint(ORIGIN, head).text();
        return new SignedNote(text, List.of(log.sign(text)));
    }

    private Map<String, Instant> trusted(SignedNote note, WitnessAnswer answer) throws Exception {
        String policy = "log " + log.verifierKey().text() + "\nwitness w1 "
                + cosigner.verifierKey().text() + "\nquorum w1\n";
        WitnessPolicy trust = WitnessPolicy.parse(policy.getBytes(StandardCharsets.UTF_8));
        assertThrows(UntrustedCheckpointException.class, () -> trust.verify(note));
        List<NoteSignature> cosignatures =
                WitnessReply.cosignatures(note, answer.body().getBytes(StandardCharsets.UTF_8), cosigner.verifierKey());
        return trust.verify(note.with(cosignatures)).cosignedAt();
    }

    private void assertKept(int size) {
        assertTrue(
                heads.last(ORIGIN).map(kept -> kept.head().equals(head(size))).orElse(false));
    }

    private static TreeHead head(int size) {
        return RfcTree.head(D.subList(0, size));
    }

    private static ConsistencyProof growth(int older, int newer) {
        return older == 0 || older == newer ? NONE : new ConsistencyProof(RfcTree.proof(older, D.subList(0, newer)));
    }
}
