package org.paivand.casefile.section;

import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.Category;

/** What the other side of a referral wrote, as it is released: the oldest first. */
public record ReleasedMessages(List<Written> messages) implements Releasable {
    /** How many there are of one referral, of both sides. */
    public static final int MOST = 200;

    public ReleasedMessages {
        messages = Checks.items("messages", messages, 1, MOST);
    }

    /**
     * One of them.
     *
     * @param number from 1 in the referral, in the order in which both sides wrote
     */
    public record Written(int number, Instant writtenAt, MessageText text) {
        @Override
        public String toString() {
            return Checks.redacted(this);
        }
    }

    @Override
    public Category category() {
        return Category.MESSAGE;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
