package org.paivand.verifier;

/**
 * How many entries came to what. In a period {@code opened + shredded + unexplained}, and those whose opening differs, are
 * all that it covers.
 *
 * @param opened entries whose opening is theirs
 * @param shredded entries without opening that a verified certificate of erasure names
 * @param unexplained entries with neither
 * @param replayed decisions that were made again with the same outcome
 */
public record Counts(long opened, long shredded, long unexplained, long replayed) {
    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Explained explained) {
        return new Counts(
                opened + (explained.state() == Explained.State.OPENED ? 1 : 0),
                shredded + (explained.state() == Explained.State.SHREDDED ? 1 : 0),
                unexplained + (explained.state() == Explained.State.UNEXPLAINED ? 1 : 0),
                replayed + (explained.replayed() ? 1 : 0));
    }
}
