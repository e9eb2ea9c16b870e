package org.paivand.witness.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.paivand.audit.TestLog;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.witness.AddCheckpoint;
import org.paivand.audit.witness.Witness;
import org.paivand.audit.witness.WitnessedHeads;
import org.paivand.audit.witness.WitnessedHeadsContract;
import org.paivand.database.Database;
import org.paivand.database.TestDatabase;

class JdbcWitnessedHeadsTest extends WitnessedHeadsContract {
    private static final List<byte[]> D = RfcTree.entries(40);

    private final TestLog log;

    JdbcWitnessedHeadsTest() throws Exception {
        log = new TestLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Override
    protected WitnessedHeads heads() {
        return new JdbcWitnessedHeads(log.database);
    }

    /** Two instances of a node with one key, each over a pool of its own, and checkpoints that all grow from one size. */
    @Test
    void ofTwoNodesThatAreAskedAtOnceOneCosignsAndTheLogIsNeverRolledBack() throws Exception {
        PrivateKeySigner other = TestKeys.signer("log.example/2026");
        Cosigner cosigner = TestKeys.cosigner("witness.example");
        try (var pool = TestDatabase.running().applicationPool(8);
                Database second = new Database(pool)) {
            List<Witness> nodes = List.of(
                    new Witness(List.of(other.verifierKey()), heads(), cosigner),
                    new Witness(List.of(other.verifierKey()), new JdbcWitnessedHeads(second), cosigner));
            for (int from = 0; from < 20; from += 4) {
                long cosigned = race(nodes, other, from);

                int size = from + 4;
                assertEquals(1, cosigned, "one answer from size " + from);
                nodes.get(0).addCheckpoint(request(other, kept(), size), Instant.EPOCH);
                assertEquals(size, kept());
            }
        }
    }

    private int kept() throws Exception {
        return Math.toIntExact(
                heads().last("log.example/2026").orElseThrow().head().size());
    }

    private static long race(List<Witness> nodes, PrivateKeySigner other, int from) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> questions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Witness node = nodes.get(i % 2);
            byte[] request = request(other, from, from + 1 + i % 4);
            // Those that ask for the size that won are told it, or cosigned again: what counts is who grew the log.
            questions.add(() -> node.addCheckpoint(request, Instant.EPOCH).status());
        }
        long cosigned = 0;
        for (Future<Integer> status : threads.invokeAll(questions)) {
            cosigned += status.get() == 200 ? 1 : 0;
        }
        threads.shutdown();
        return cosigned;
    }

    private static byte[] request(PrivateKeySigner other, int older, int newer) throws Exception {
        String text = new Checkpoint("log.example/2026", RfcTree.head(D.subList(0, newer))).text();
        ConsistencyProof growth = new ConsistencyProof(
                older == 0 || older == newer ? List.of() : RfcTree.proof(older, D.subList(0, newer)));
        return new AddCheckpoint(older, growth, new SignedNote(text, List.of(other.sign(text)))).encode();
    }
}
