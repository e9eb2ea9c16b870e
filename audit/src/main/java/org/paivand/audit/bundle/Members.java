package org.paivand.audit.bundle;

import org.paivand.audit.merkle.Hash;
import org.paivand.audit.proof.LogProof;

/** Names of members and how large they may be (FORMAT.md §5). */
final class Members {
    static final String CHECKPOINT = "checkpoint";
    static final String CONSISTENCY = "consistency/";
    static final String POLICIES = "policies/";
    static final String CERTIFICATES = "certificates/";
    static final String PROOFS = "proofs/";

    static final int MAX_MANIFEST_BYTES = 4096;
    static final int MAX_POLICY_BYTES = 1 << 20;

    /** All policies together, and again all certificates. */
    static final int MAX_TOGETHER_BYTES = 16 << 20;

    private Members() {}

    static String policy(byte[] content) {
        return POLICIES + Hash.sha256(content).hex() + ".json";
    }

    static String certificate(byte[] content) {
        return CERTIFICATES + Hash.sha256(content).hex() + LogProof.FILE_EXTENSION;
    }

    static String consistency(long size) {
        return CONSISTENCY + size;
    }

    static String proof(long index) {
        return PROOFS + index;
    }

    static String opening(long index) {
        return "openings/" + index;
    }

    static String input(long index) {
        return "inputs/" + index + ".json";
    }
}
