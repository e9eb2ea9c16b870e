package org.paivand.verifier;

import java.util.Locale;

/** What can be wrong with evidence. Codes are stable: scripts rely on them. */
public enum Fault {
    /** The file is not a bundle as its format says. */
    MALFORMED,
    /** No trusted log signed the checkpoint, a signature is false, or too few witnesses cosigned. */
    UNTRUSTED,
    /** The entries do not give the root that was signed. */
    ROOT_DIFFERS,
    /** The log does not continue the checkpoint that the auditor holds. */
    NOT_CONSISTENT,
    /** Entries after the auditor's checkpoint and before this bundle are not in it. */
    GAP,
    /** A covered entry without its opening. */
    UNEXPLAINED,
    /** An opening that is not the entry's. */
    OPENING_DIFFERS,
    /** An event that is not written as its format says, or is of another type than its entry. */
    EVENT_INVALID,
    /** A decision without its input or its policy, or an input that no decision names. */
    INPUT_MISSING,
    /** An input or a policy that is not the one the event names. */
    INPUT_DIFFERS,
    /** The same decision, made again, has another outcome than the event says. */
    DECISION_DIFFERS;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
