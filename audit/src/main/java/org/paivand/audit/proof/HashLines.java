package org.paivand.audit.proof;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;

/** The hashes of a proof, in base64, each on a line that ends in a newline; no hash is the empty text. */
public final class HashLines {
    /** Most hashes that a proof in a tree of at most 2^63-1 leaves can have. */
    public static final int MAX_HASHES = 64;

    /** Longest text. */
    public static final int MAX_BYTES = MAX_HASHES * 45;

    private HashLines() {}

    public static String text(List<Hash> hashes) {
        StringBuilder lines = new StringBuilder();
        hashes.forEach(hash -> lines.append(hash.base64()).append('\n'));
        return lines.toString();
    }

    public static List<Hash> parse(String text) throws MalformedException {
        if (text.length() > MAX_BYTES || (!text.isEmpty() && !text.endsWith("\n"))) {
            throw new MalformedException("a proof is at most " + MAX_HASHES + " lines, each ending in a newline");
        }
        List<Hash> hashes = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            hashes.add(Hash.fromBase64(text.substring(start, end)));
            start = end + 1;
        }
        return hashes;
    }
}
