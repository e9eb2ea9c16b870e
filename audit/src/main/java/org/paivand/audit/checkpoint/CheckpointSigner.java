package org.paivand.audit.checkpoint;

import java.io.IOException;
import java.util.List;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;

/** Signs heads that extend what was signed before, and remembers each before its signature is let out. */
public final class CheckpointSigner {
    private final NoteSigner signer;
    private final SignedHeads heads;

    /** The origin is the name of the signer's key. */
    public CheckpointSigner(NoteSigner signer, SignedHeads heads) {
        this.signer = signer;
        this.heads = heads;
    }

    /** What {@link #sign} will want a consistency proof from. */
    public TreeHead last() throws SignerUnavailableException {
        try {
            return heads.last();
        } catch (IOException e) {
            throw new SignerUnavailableException("what was signed last can't be read", e);
        }
    }

    /** Signs; {@code growth} leads from {@link #last} to {@code head}. */
    public synchronized SignedNote sign(TreeHead head, ConsistencyProof growth)
            throws RollbackException, SignerUnavailableException {
        try {
            growth.verify(last(), head);
        } catch (InvalidProofException e) {
            throw new RollbackException("refused to sign: " + e.reason(), e);
        }
        try {
            heads.remember(head);
        } catch (IOException e) {
            throw new SignerUnavailableException("what is signed can't be remembered", e);
        }
        String text = new Checkpoint(signer.verifierKey().name(), head).text();
        return new SignedNote(text, List.of(signer.sign(text)));
    }
}
