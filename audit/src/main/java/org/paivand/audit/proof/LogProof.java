package org.paivand.audit.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.note.SignedNote;

/**
 * A file that shows, offline, that an entry stands in a log (C2SP tlog-proof@v1; FORMAT.md §6). As a value it proves
 * nothing: {@link #verify} does, by the policy and, where it isn't in the file, the entry of whoever asks.
 */
public final class LogProof {
    /** Longest file. */
    public static final int MAX_BYTES = 160 * 1024;

    /** By convention, the end of such a file's name. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    private final Optional<byte[]> extra;
    private final long index;
    private final InclusionProof inclusion;
    private final SignedNote note;
    private final Checkpoint claimed;

    private LogProof(Optional<byte[]> extra, long index, InclusionProof inclusion, SignedNote note)
            throws MalformedException {
        this.extra = extra;
        this.index = index;
        this.inclusion = inclusion;
        this.note = note;
        this.claimed = Checkpoint.parse(note.text());
    }

    /**
     * The proof of an entry of ours, its opening in it. Anything that does not verify is the caller's bug
     * ({@link IllegalArgumentException}), so that no file which shows nothing is ever handed out.
     */
    public static LogProof of(Opening opening, long index, InclusionProof inclusion, SignedNote checkpoint) {
        try {
            LogProof proof = new LogProof(Optional.of(opening.encode()), index, inclusion, checkpoint);
            inclusion.verify(opening.entry().leafHash(), index, proof.claimed.treeHead());
            return proof;
        } catch (MalformedException | InvalidProofException e) {
            throw new IllegalArgumentException("not the proof of this entry: " + e.getMessage(), e);
        }
    }

    public static LogProof parse(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("a proof file has at most " + MAX_BYTES + " bytes");
        }
        String text = Strict.utf8(bytes);
        int blank = text.indexOf("\n\n");
        if (!isProof(bytes) || blank < 0) {
            throw new MalformedException("not a proof that begins with " + FORMAT);
        }
        String[] lines = text.substring(FORMAT.length() + 1, blank + 1).split("\n", 2);
        Optional<byte[]> extra = Optional.empty();
        if (lines[0].startsWith(EXTRA)) {
            extra = Optional.of(extra(lines[0].substring(EXTRA.length())));
            lines = lines[1].split("\n", 2);
        }
        if (lines.length != 2 || !lines[0].startsWith(INDEX)) {
            throw new MalformedException("where the index belongs stands something else, or nothing");
        }
        long index = Strict.decimal(lines[0].substring(INDEX.length()));
        InclusionProof inclusion = new InclusionProof(HashLines.parse(lines[1]));
        byte[] note = text.substring(blank + 2).getBytes(StandardCharsets.UTF_8);
        return new LogProof(extra, index, inclusion, SignedNote.parse(note));
    }

    private static byte[] extra(String base64) throws MalformedException {
        byte[] extra = Strict.base64(base64);
        if (extra.length == 0) {
            throw new MalformedException("an empty extra line is left out");
        }
        return extra;
    }

    /** Whether a file begins as a proof does; the rest of it may still be malformed. */
    public static boolean isProof(byte[] beginning) {
        byte[] format = (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII);
        return beginning.length >= format.length
                && Arrays.equals(format, 0, format.length, beginning, 0, format.length);
    }

    public byte[] encode() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        extra.ifPresent(bytes -> text.append(EXTRA)
                .append(Base64.getEncoder().encodeToString(bytes))
                .append('\n'));
        text.append(INDEX).append(index).append('\n');
        text.append(HashLines.text(inclusion.path())).append('\n');
        text.append(new String(note.encode(), StandardCharsets.UTF_8));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What this file proves by itself: that the entry of the opening in it stands in a log which the policy trusts.
     *
     * @throws MalformedException if it carries no opening; then only whoever has the entry can verify it
     */
    public ProvenOpening verify(WitnessPolicy policy)
            throws MalformedException, UntrustedCheckpointException, InvalidProofException {
        Opening opening = opening();
        return new ProvenOpening(opening, index, verify(opening.entry(), policy));
    }

    /** That this very entry stands in a log which the policy trusts. */
    public VerifiedCheckpoint verify(Entry entry, WitnessPolicy policy)
            throws UntrustedCheckpointException, InvalidProofException {
        VerifiedCheckpoint checkpoint = policy.verify(note);
        verify(entry, checkpoint);
        return checkpoint;
    }

    /** That this very entry stands in the log of a checkpoint which was verified before. */
    public void verify(Entry entry, VerifiedCheckpoint checkpoint) throws InvalidProofException {
        if (!checkpoint.origin().equals(claimed.origin())) {
            throw new InvalidProofException("a proof in another log");
        }
        inclusion.verify(entry.leafHash(), index, checkpoint.treeHead());
    }

    /** The opening in the extra data: a claim like everything here, until it is verified. */
    public Opening opening() throws MalformedException {
        if (extra.isEmpty()) {
            throw new MalformedException("a proof without the opening of its entry");
        }
        return Opening.decode(extra.get());
    }

    public long index() {
        return index;
    }

    public InclusionProof inclusion() {
        return inclusion;
    }

    public SignedNote checkpoint() {
        return note;
    }

    /** What the checkpoint in the file says; nothing of it is verified. */
    public Checkpoint claimed() {
        return claimed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogProof that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index) * 31 + note.hashCode();
    }

    @Override
    public String toString() {
        return "proof of entry " + index;
    }
}
