package org.paivand.audit.bundle;

import java.util.Optional;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.InclusionProof;

/** One entry as a selection shows it; nothing of it is verified. */
public record SelectedEntry(long index, InclusionProof proof, Opening opening, Optional<byte[]> decisionInput) {}
