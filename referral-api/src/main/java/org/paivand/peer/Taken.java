package org.paivand.peer;

import org.paivand.federation.Refusal;
import org.paivand.federation.ledger.Conflict;

/** What a node is answered that sent a message. */
public sealed interface Taken {
    /**
     * It is in the ledger, with its effect or rejected for good, as the receipt says.
     *
     * @param receipt the exact bytes, the same each time
     */
    record Receipted(String receipt) implements Taken {}

    /** It has no effect and is not in the ledger; unsigned, since nobody knows who sent it, or it may be taken later. */
    record Refused(Refusal reason) implements Taken {}

    /** It contradicts an earlier one. */
    record Contradicts(Conflict conflict) implements Taken {}
}
