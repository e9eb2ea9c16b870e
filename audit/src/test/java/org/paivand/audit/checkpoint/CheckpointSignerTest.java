package org.paivand.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.note.TestKeys;

class CheckpointSignerTest {
    private static final List<byte[]> D = RfcTree.entries(20);
    private static final ConsistencyProof NONE = new ConsistencyProof(List.of());

    @TempDir
    Path folder;

    private final PrivateKeySigner key = TestKeys.signer("log.example");
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("signed-head");
    }

    @Test
    void signsWhatExtendsTheLastAlsoAfterARestart() throws Exception {
        signer().sign(head(7), NONE);

        var note = signer().sign(head(20), growth(7, 20));

        assertEquals(
                head(20), WitnessPolicy.trusting(key.verifierKey()).verify(note).treeHead());
        assertEquals(head(20), signer().last());
        assertArrayEquals(new String[] {"signed-head"}, folder.toFile().list());
    }

    @Test
    void signsTheSameHeadAgain() throws Exception {
        signer().sign(head(7), NONE);

        assertEquals(
                head(7), Checkpoint.parse(signer().sign(head(7), NONE).text()).treeHead());
    }

    @Test
    void refusesASmallerLogAnotherRootAndGrowthWithoutProof() throws Exception {
        CheckpointSigner signer = signer();
        signer.sign(head(13), NONE);

        for (TreeHead rolledBack : List.of(
                TreeHead.EMPTY, head(12), new TreeHead(13, Hash.EMPTY), head(14), new TreeHead(20, Hash.EMPTY))) {
            assertThrows(RollbackException.class, () -> signer.sign(rolledBack, NONE));
            assertThrows(RollbackException.class, () -> signer.sign(rolledBack, growth(12, 20)));
        }
        assertEquals(head(13), signer.last());
    }

    @Test
    void doesNotTakeADamagedMemoryForAnEmptyOne() throws Exception {
        for (String damaged : List.of(
                "",
                "\n",
                "7\n",
                "7\nabc\n",
                "-1\n" + Hash.EMPTY + "\n",
                "0\n" + head(3).root() + "\n",
                "7\n" + Hash.EMPTY,
                "7\n" + Hash.EMPTY + "\n\n",
                "x".repeat(1000))) {
            Files.writeString(file, damaged);

            assertThrows(SignerUnavailableException.class, () -> signer().sign(head(13), NONE), damaged);
        }
    }

    @Test
    void letsNoSignatureOutThatItCouldNotRemember() {
        CheckpointSigner signer = new CheckpointSigner(key, new SignedHeads() {
            @Override
            public TreeHead last() {
                return TreeHead.EMPTY;
            }

            @Override
            public void remember(TreeHead head) throws IOException {
                throw new IOException("disk full");
            }
        });

        assertThrows(SignerUnavailableException.class, () -> signer.sign(head(13), NONE));
    }

    private CheckpointSigner signer() {
        return new CheckpointSigner(key, new FileSignedHeads(file));
    }

    private static TreeHead head(int size) {
        return RfcTree.head(D.subList(0, size));
    }

    private static ConsistencyProof growth(int older, int newer) {
        return new ConsistencyProof(RfcTree.proof(older, D.subList(0, newer)));
    }
}
