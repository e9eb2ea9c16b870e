package org.paivand.verifier;

import java.util.Optional;
import java.util.OptionalLong;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.SignedNote;

/**
 * What an auditor brings, none of it from the evidence.
 *
 * @param since the last checkpoint they kept
 * @param coveredTo one more than the last entry that their bundles have covered so far
 * @param consistency a proof, from whomever, that the log continues {@code since}
 */
record Held(
        Optional<WitnessPolicy> trust,
        Optional<SignedNote> since,
        OptionalLong coveredTo,
        Optional<ConsistencyProof> consistency) {}
