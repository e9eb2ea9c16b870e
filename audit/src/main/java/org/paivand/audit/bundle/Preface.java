package org.paivand.audit.bundle;

import java.util.List;
import java.util.OptionalLong;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.proof.LogProof;

/**
 * What stands in a bundle before its entries.
 *
 * @param checkpoint as published, cosignatures and all
 * @param since the size of an earlier checkpoint to which consistency is to be shown
 * @param policies exact bytes of every policy that a decision in the bundle rests on
 * @param certificates proofs of the erasure certificates for openings that a period lacks; they may stand in a later log
 */
public record Preface(SignedNote checkpoint, OptionalLong since, List<byte[]> policies, List<LogProof> certificates) {
    public Preface {
        policies = List.copyOf(policies);
        certificates = List.copyOf(certificates);
    }

    public static Preface of(SignedNote checkpoint, List<byte[]> policies) {
        return new Preface(checkpoint, OptionalLong.empty(), policies, List.of());
    }

    public Preface since(long size) {
        return new Preface(checkpoint, OptionalLong.of(size), policies, certificates);
    }

    public Preface certificates(List<LogProof> proofs) {
        return new Preface(checkpoint, since, policies, proofs);
    }
}
