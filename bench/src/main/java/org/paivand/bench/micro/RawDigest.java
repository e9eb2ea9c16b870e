package org.paivand.bench.micro;

import java.security.MessageDigest;
import org.paivand.audit.log.Entry;
import org.paivand.audit.merkle.Hash;

/** The least that any implementation has to do: the JDK's SHA-256 over bytes that lie ready, with one digest reused. */
final class RawDigest {
    private final MessageDigest digest = Hash.newSha256();
    private final byte[] leaf = new byte[1 + Entry.BYTES];
    private final byte[] node = new byte[1 + 2 * Hash.BYTES];

    byte[] leaf() {
        return digest.digest(leaf);
    }

    byte[] node() {
        return digest.digest(node);
    }

    /** As many digests, over as many bytes, as a tree of that many leaves has. */
    byte[] tree(int leaves) {
        byte[] last = leaf();
        for (int i = 1; i < leaves; i++) {
            leaf[0] = last[0]; // so that no round can be left out
            last = leaf();
            node[0] = last[0];
            last = node();
        }
        return last;
    }

    /** As many digests as it takes to verify a proof of that length. */
    byte[] path(int length) {
        byte[] last = leaf();
        for (int i = 0; i < length; i++) {
            node[0] = last[0];
            last = node();
        }
        return last;
    }
}
