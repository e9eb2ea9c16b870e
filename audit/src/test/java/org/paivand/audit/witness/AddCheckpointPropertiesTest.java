package org.paivand.audit.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

/** jqwik prints the seed of whatever fails. */
class AddCheckpointPropertiesTest {
    private static final List<byte[]> D = RfcTree.entries(40);
    private static final PrivateKeySigner LOG = TestKeys.signer("log.example/2026");

    @Property(tries = 2000)
    void whatIsReadIsWrittenBackByteForByteAndTheRestIsMalformed(
            @ForAll @IntRange(min = 0, max = 40) int older,
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 6) int changes)
            throws Exception {
        byte[] mutated = mutate(request(older), new Random(seed), changes);

        try {
            assertArrayEquals(mutated, AddCheckpoint.parse(mutated).encode());
        } catch (MalformedException refused) {
            assertEquals(refused.getMessage(), refused.reason());
        }
    }

    @Property(tries = 2000)
    void noBytesMakeTheParserFailInAnotherWay(@ForAll @Size(max = 400) byte[] bytes) {
        byte[] likely = "old 3\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(likely, likely.length + bytes.length);
        System.arraycopy(bytes, 0, whole, likely.length, bytes.length);

        for (byte[] hostile : List.of(bytes, whole)) {
            try {
                assertArrayEquals(hostile, AddCheckpoint.parse(hostile).encode());
            } catch (MalformedException refused) {
                assertEquals(refused.getMessage(), refused.reason());
            }
        }
    }

    /** Whatever a request was bent into: what the witness cosigns is what the log signed. */
    @Property(tries = 500)
    void aBentRequestMovesNoHeadBeyondWhatTheLogSigned(
            @ForAll @IntRange(min = 1, max = 39) int older,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int changes)
            throws Exception {
        MemoryHeads heads = new MemoryHeads();
        WitnessedHead before = new WitnessedHead(RfcTree.head(D.subList(0, older)), Instant.EPOCH);
        heads.record(LOG.verifierKey().name(), heads.last(LOG.verifierKey().name()), before);
        Witness witness = new Witness(List.of(LOG.verifierKey()), heads, TestKeys.cosigner("witness.example"));
        byte[] mutated = mutate(request(older), new Random(seed), changes);

        int status = witness.addCheckpoint(mutated, Instant.EPOCH).status();

        WitnessedHead kept = heads.last(LOG.verifierKey().name()).orElseThrow();
        assertEquals(status == 200 ? RfcTree.head(D) : before.head(), kept.head());
    }

    private static byte[] request(int older) throws Exception {
        String text = new Checkpoint(LOG.verifierKey().name(), RfcTree.head(D)).text();
        ConsistencyProof growth =
                new ConsistencyProof(older == 0 || older == D.size() ? List.of() : RfcTree.proof(older, D));
        return new AddCheckpoint(older, growth, new SignedNote(text, List.of(LOG.sign(text)))).encode();
    }

    private static byte[] mutate(byte[] bytes, Random random, int changes) {
        byte[] mutated = bytes;
        for (int i = 0; i < changes && mutated.length > 0; i++) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutated[at] = (byte) " \n\r=+-0019\t\u0000".charAt(random.nextInt(12));
                case 2 -> mutated = Arrays.copyOf(mutated, at);
                default -> {
                    byte[] longer = Arrays.copyOf(mutated, mutated.length + 1);
                    System.arraycopy(mutated, at, longer, at + 1, mutated.length - at);
                    mutated = longer;
                }
            }
        }
        return mutated;
    }
}
