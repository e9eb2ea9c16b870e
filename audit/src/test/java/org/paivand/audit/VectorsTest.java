package org.paivand.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.proof.LogProof;

/** The vectors beside this test, made by another implementation: see their README. */
class VectorsTest {
    @Test
    void inclusionProofs() throws Exception {
        int bad = judge("inclusion.txt", row -> {
            TreeHead head = new TreeHead(Strict.decimal(row.get(3)), Hash.fromHex(row.get(5)));
            new InclusionProof(hashes(row.get(6))).verify(Hash.fromHex(row.get(4)), Strict.decimal(row.get(2)), head);
        });
        assertEquals(422, bad);
    }

    @Test
    void consistencyProofs() throws Exception {
        int bad = judge("consistency.txt", row -> {
            TreeHead older = new TreeHead(Strict.decimal(row.get(2)), Hash.fromHex(row.get(4)));
            TreeHead newer = new TreeHead(Strict.decimal(row.get(3)), Hash.fromHex(row.get(5)));
            new ConsistencyProof(hashes(row.get(6))).verify(older, newer);
        });
        assertEquals(320, bad);
    }

    @Test
    void proofFiles() throws Exception {
        WitnessPolicy policy =
                WitnessPolicy.parse(Strict.base64(rows("proofs.txt").get(0).get(2)));

        int bad = judge("proofs.txt", row -> {
            byte[] file = Strict.base64(row.get(2));
            LogProof proof = LogProof.parse(file);
            assertEquals(proof, LogProof.parse(proof.encode()));
            proof.verify(policy);
        });

        assertEquals(19, bad);
    }

    private interface Check {
        void run(List<String> row) throws MalformedException, InvalidProofException, UntrustedCheckpointException;
    }

    private static int judge(String file, Check check) throws IOException {
        int bad = 0;
        for (List<String> row : rows(file)) {
            boolean good = true;
            try {
                check.run(row);
            } catch (MalformedException | InvalidProofException | UntrustedCheckpointException e) {
                good = false;
            }
            if (!row.get(0).equals("policy")) {
                assertEquals(row.get(0).equals("good"), good, file + ": " + row);
                bad += good ? 0 : 1;
            }
        }
        assertTrue(bad > 0, file);
        return bad;
    }

    private static List<List<String>> rows(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(VectorsTest.class.getResourceAsStream("/vectors/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\\|", -1)))
                    .toList();
        }
    }

    private static List<Hash> hashes(String hex) throws MalformedException {
        List<Hash> hashes = new ArrayList<>();
        for (String hash : hex.isEmpty() ? new String[0] : hex.split(" ", -1)) {
            hashes.add(Hash.fromHex(hash));
        }
        return hashes;
    }
}
