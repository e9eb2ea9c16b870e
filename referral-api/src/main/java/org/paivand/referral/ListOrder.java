package org.paivand.referral;

import org.paivand.disclosure.Coded;

/** In which order referrals are listed; each has one direction. */
public enum ListOrder implements Coded {
    /** The newest offer first. A referral never changes its place. */
    OFFERED_AT("offeredAt"),

    /** The longest unchanged first, so that whatever changes between two pages is still to come. */
    UPDATED_AT("updatedAt"),

    /** What still waits for an answer, the soonest due first. A referral never changes its place. */
    RESPOND_BY("respondBy"),

    /** What still waits for an answer, the most urgent first, and of those the soonest due. A referral never changes its place. */
    URGENCY("urgency");

    private final String code;

    ListOrder(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** Only the time to answer by is looked at, which says nothing once there is an answer. */
    public boolean isOfWaiting() {
        return this == RESPOND_BY || this == URGENCY;
    }
}
