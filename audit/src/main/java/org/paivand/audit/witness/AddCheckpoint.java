package org.paivand.audit.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;

/**
 * The body of a request (C2SP tlog-witness, add-checkpoint). Reading it proves nothing.
 *
 * @param oldSize of the checkpoint that the witness is thought to have cosigned last; 0 if none
 * @param growth leads from there to the checkpoint
 */
public record AddCheckpoint(long oldSize, ConsistencyProof growth, SignedNote note) {
    /** Most hashes of a proof; a tree has fewer than 2^63 leaves. */
    public static final int MAX_HASHES = 63;

    private static final String OLD = "old ";
    private static final int HASH_LINE = 45;
    private static final int LONGEST_OLD_LINE = OLD.length() + 20;

    /** Longest request that is read; a longer one is malformed. */
    public static final int MAX_BYTES = LONGEST_OLD_LINE + MAX_HASHES * HASH_LINE + 1 + SignedNote.MAX_BYTES;

    public AddCheckpoint {
        if (oldSize < 0 || growth.path().size() > MAX_HASHES) {
            throw new IllegalArgumentException("a request has a size of 0 or more, and at most 63 hashes");
        }
    }

    public static AddCheckpoint parse(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("request longer than " + MAX_BYTES + " bytes");
        }
        int end = emptyLine(bytes);
        String[] lines = Strict.utf8(Arrays.copyOf(bytes, end)).split("\n", -1);
        if (!lines[0].startsWith(OLD)) {
            throw new MalformedException("the first line isn't that of the old size");
        }
        if (lines.length - 1 > MAX_HASHES) {
            throw new MalformedException("a proof of more than " + MAX_HASHES + " lines");
        }
        List<Hash> path = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            path.add(Hash.fromBase64(lines[i]));
        }
        return new AddCheckpoint(
                Strict.decimal(lines[0].substring(OLD.length())),
                new ConsistencyProof(path),
                SignedNote.parse(Arrays.copyOfRange(bytes, end + 2, bytes.length)));
    }

    /** Where the line before the first empty line ends. */
    private static int emptyLine(byte[] bytes) throws MalformedException {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        throw new MalformedException("no empty line before the checkpoint");
    }

    public byte[] encode() {
        StringBuilder head = new StringBuilder(OLD).append(oldSize).append('\n');
        growth.path().forEach(hash -> head.append(hash.base64()).append('\n'));
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        byte[] rest = note.encode();
        byte[] whole = Arrays.copyOf(start, start.length + rest.length);
        System.arraycopy(rest, 0, whole, start.length, rest.length);
        return whole;
    }
}
