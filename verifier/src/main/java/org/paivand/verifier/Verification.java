package org.paivand.verifier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.SignedNote;

/** Checks bundles against what an auditor holds: whom to believe, and the last checkpoint they saw. */
public final class Verification {
    private final Optional<WitnessPolicy> trust;
    private final Optional<SignedNote> since;

    private Verification(Optional<WitnessPolicy> trust, Optional<SignedNote> since) {
        this.trust = trust;
        this.since = since;
    }

    public static Verification trusting(WitnessPolicy policy) {
        return new Verification(Optional.of(policy), Optional.empty());
    }

    /** Can show that a bundle contradicts itself, never that it is genuine. */
    public static Verification withoutTrust() {
        return new Verification(Optional.empty(), Optional.empty());
    }

    /** The log must also continue this checkpoint, which is verified by the same policy, and leave no gap after it. */
    public Verification since(SignedNote checkpoint) {
        if (trust.isEmpty()) {
            throw new IllegalStateException("an earlier checkpoint is worth nothing without trust");
        }
        return new Verification(trust, Optional.of(checkpoint));
    }

    /**
     * Reads the bundle once, from its first byte to its last, holding little of it at a time.
     *
     * @throws IOException if the file can't be read; whatever it holds, this is not what comes of it
     */
    public Report verify(Path file) throws IOException {
        Findings findings = new Findings();
        try (BundleReader bundle = BundleReader.open(file)) {
            return new Walk(bundle, trust, since, findings).report();
        } catch (MalformedException e) {
            findings.add(Fault.MALFORMED, e.reason());
            return new Report(
                    Verdict.REFUSED, Optional.empty(), Optional.empty(), 0, 0, Map.of(), findings.listed(), 1);
        }
    }
}
