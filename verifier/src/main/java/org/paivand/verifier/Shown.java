package org.paivand.verifier;

import java.util.Optional;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.bundle.SelectedEntry;
import org.paivand.audit.merkle.InclusionProof;

/**
 * One entry to be explained.
 *
 * @param proof where it does not stand among all others
 */
record Shown(BundledEntry entry, Optional<InclusionProof> proof) {
    static Shown of(BundledEntry entry) {
        return new Shown(entry, Optional.empty());
    }

    static Shown of(SelectedEntry selected) {
        BundledEntry entry = new BundledEntry(
                selected.index(),
                selected.opening().entry(),
                Optional.of(selected.opening()),
                selected.decisionInput());
        return new Shown(entry, Optional.of(selected.proof()));
    }

    /** About what it takes in memory. */
    int bytes() {
        return 128
                + entry.opening().map(opening -> opening.encodedLength()).orElse(0)
                + entry.decisionInput().map(input -> input.length).orElse(0);
    }
}
