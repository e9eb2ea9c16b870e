package org.paivand.verifier;

import java.util.Locale;

/** What can be wrong with evidence. Codes are stable: scripts rely on them. */
public enum Fault {
    /** The file is neither a bundle nor a proof file nor a checkpoint as its format says. */
    MALFORMED,
    /** No trusted log signed the checkpoint, a signature is false, or too few witnesses cosigned. */
    UNTRUSTED,
    /** The entries do not give the root that was signed. */
    ROOT_DIFFERS,
    /** An inclusion proof does not lead from its entry to the root that was signed. */
    PROOF_INVALID,
    /** The log does not continue the checkpoint that the auditor holds. */
    NOT_CONSISTENT,
    /** Nothing in the evidence shows whether the log continues the auditor's checkpoint. */
    CONSISTENCY_NOT_SHOWN,
    /** Entries after what the auditor has seen and before this bundle are not in it. */
    GAP,
    /** A covered entry with neither opening nor certificate of erasure. */
    UNEXPLAINED,
    /** A proof in {@code certificates/} that does not hold, or is not of a certificate for openings of this log. */
    CERTIFICATE_INVALID,
    /** An opening that is not the entry's. */
    OPENING_DIFFERS,
    /** An event that is not written as its format says, or is of another type than its entry. */
    EVENT_INVALID,
    /** Two entries tell an event of one id. */
    EVENT_REPEATED,
    /** A decision without its input or its policy, or an input that no decision names. */
    INPUT_MISSING,
    /** An input or a policy that is not the one the event names. */
    INPUT_DIFFERS,
    /** The same decision, made again, has another outcome than the event says. */
    DECISION_DIFFERS,
    /** An event long before one that precedes it in the log, or after witnesses had seen it. */
    TIME_IMPLAUSIBLE,
    /** A break-glass disclosure that was not reviewed in time. */
    REVIEW_OVERDUE,
    /** A receipt for a disclosure that is not in the log, or that went to another recipient. */
    RECEIPT_DIFFERS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
