package org.paivand.federation.ledger;

import org.paivand.disclosure.Coded;

/** How a message contradicts what its node said before. It is never acknowledged, and both are evidence. */
public enum Conflict implements Coded {
    /** Another message with the same id. */
    SAME_ID("same-id"),
    /** Another message at the same place: the node tells two histories. */
    SAME_PLACE("same-place"),
    /** It names another one before it than the one that is there, or is another than its successor names. */
    OTHER_HISTORY("other-history"),
    /** The node has begun a later epoch since: a restored node never goes on in an earlier one. */
    PAST_EPOCH("past-epoch");

    private final String code;

    Conflict(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
