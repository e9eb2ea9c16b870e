package org.paivand.verifier.witness;

import java.util.List;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.RfcTree;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.witness.AddCheckpoint;

/** A log of forty entries and what it would ask a witness. */
final class GrowingLog {
    private static final List<byte[]> D = RfcTree.entries(40);

    final PrivateKeySigner key = TestKeys.signer("log.example/2026");

    /** A policy that names it alone. */
    String policy() {
        return "log " + key.verifierKey().text() + "\nquorum none\n";
    }

    SignedNote note(int size) throws Exception {
        String text = new Checkpoint(key.verifierKey().name(), RfcTree.head(D.subList(0, size))).text();
        return new SignedNote(text, List.of(key.sign(text)));
    }

    byte[] request(int older, int newer) throws Exception {
        ConsistencyProof growth = new ConsistencyProof(
                older == 0 || older >= newer ? List.of() : RfcTree.proof(older, D.subList(0, newer)));
        return new AddCheckpoint(older, growth, note(newer)).encode();
    }
}
