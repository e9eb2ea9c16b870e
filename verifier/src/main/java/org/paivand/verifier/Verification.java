package org.paivand.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.proof.LogProof;

/** Checks evidence against what an auditor holds: whom to believe, and what they saw last. */
public final class Verification {
    private static final byte[] ZIP = "PK".getBytes(StandardCharsets.US_ASCII);

    private final Held held;
    private final Progress progress;
    private final EventSink sink;

    private Verification(Held held, Progress progress, EventSink sink) {
        this.held = held;
        this.progress = progress;
        this.sink = sink;
    }

    public static Verification trusting(WitnessPolicy policy) {
        return new Verification(
                new Held(Optional.of(policy), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Progress.NONE,
                EventSink.NONE);
    }

    /** Can show that evidence contradicts itself, never that it is genuine. */
    public static Verification withoutTrust() {
        return new Verification(
                new Held(Optional.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty()),
                Progress.NONE,
                EventSink.NONE);
    }

    /** The log must also continue this checkpoint, which is verified by the same policy, and leave no gap after it. */
    public Verification since(SignedNote checkpoint) {
        if (held.trust().isEmpty()) {
            throw new IllegalStateException("an earlier checkpoint is worth nothing without trust");
        }
        return new Verification(
                new Held(held.trust(), Optional.of(checkpoint), held.coveredTo(), held.consistency()), progress, sink);
    }

    /** A bundle must leave no gap after this index, one more than the last that was covered until now. */
    public Verification coveredTo(long index) {
        return new Verification(
                new Held(held.trust(), held.since(), OptionalLong.of(index), held.consistency()), progress, sink);
    }

    /** A proof that the log continues the earlier checkpoint; it may come from anybody. */
    public Verification consistency(ConsistencyProof proof) {
        return new Verification(
                new Held(held.trust(), held.since(), held.coveredTo(), Optional.of(proof)), progress, sink);
    }

    public Verification telling(Progress listener) {
        return new Verification(held, listener, sink);
    }

    /** What is read is handed on in the same reading, so that nobody can put another file in between. */
    Verification handingOn(EventSink to) {
        return new Verification(held, progress, to);
    }

    /**
     * Reads the file, which its content says to be a bundle, a proof file or a checkpoint; a bundle once, from its first
     * byte to its last, holding little of it at a time.
     *
     * @throws IOException if the file can't be read; whatever it holds, this is not what comes of it
     */
    public Report verify(Path file) throws IOException {
        Findings findings = new Findings();
        byte[] beginning = beginning(file, LogProof.MAX_BYTES + 1);
        Subject subject = subject(beginning);
        try {
            return switch (subject) {
                case BUNDLE -> bundle(file, findings);
                case PROOF -> ProofCheck.report(LogProof.parse(beginning), held, findings);
                case CHECKPOINT -> CheckpointCheck.report(checkpoint(beginning), held, findings);
            };
        } catch (MalformedException e) {
            findings.add(Fault.MALFORMED, e.reason());
            return malformed(subject, findings);
        }
    }

    private static Subject subject(byte[] beginning) {
        if (LogProof.isProof(beginning)) {
            return Subject.PROOF;
        }
        boolean zip = beginning.length >= ZIP.length && Arrays.equals(ZIP, 0, ZIP.length, beginning, 0, ZIP.length);
        return zip ? Subject.BUNDLE : Subject.CHECKPOINT;
    }

    private static SignedNote checkpoint(byte[] bytes) throws MalformedException {
        try {
            return SignedNote.parse(bytes);
        } catch (MalformedException e) {
            throw new MalformedException("neither a bundle nor a proof file nor a checkpoint: " + e.reason(), e);
        }
    }

    private Report bundle(Path file, Findings findings) throws IOException, MalformedException {
        try (BundleReader bundle = BundleReader.open(file)) {
            return new BundleCheck(bundle, held, findings, progress, sink).report();
        }
    }

    private static Report malformed(Subject subject, Findings findings) {
        return new Report(
                subject,
                Verdict.REFUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                Map.of(),
                findings.notes(),
                findings.notesTotal(),
                findings.listed(),
                findings.total());
    }

    private static byte[] beginning(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(maxBytes);
        }
    }
}
