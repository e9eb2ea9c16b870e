package org.paivand.audit.checkpoint;

import java.io.IOException;
import org.paivand.audit.merkle.TreeHead;

/** What a key signed last; kept beside the key, not beside the log, so that both can't be rolled back as one. */
public interface SignedHeads {
    /** {@link TreeHead#EMPTY} if nothing was signed yet. */
    TreeHead last() throws IOException;

    /** Returns once the head would survive a power cut. */
    void remember(TreeHead head) throws IOException;
}
