package org.paivand.entry;

import java.util.Optional;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.note.SignedNote;

/** One entry with all that shows it: what it commits to and, once it is signed for, where it stands. */
public record ProvenEntry(FoundEntry found, Content content, Optional<Standing> standing) {
    /** The proof leads from the entry, at its index, to the root that the checkpoint signs. */
    public record Standing(InclusionProof proof, SignedNote checkpoint) {}
}
