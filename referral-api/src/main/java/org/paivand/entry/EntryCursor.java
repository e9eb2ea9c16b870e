package org.paivand.entry;

/**
 * A place in the order of search results, which is the log's, newest first.
 *
 * @param place of the last row that was shown: how many entries had an index before it
 */
public record EntryCursor(long place) {
    public EntryCursor {
        if (place < 0) {
            throw new IllegalArgumentException("places count from 0");
        }
    }

    /** Reads what {@link #text} wrote; anything else is an {@link IllegalArgumentException}. */
    public static EntryCursor of(String text) {
        EntryCursor cursor = new EntryCursor(Long.parseLong(text));
        if (!cursor.text().equals(text)) {
            throw new IllegalArgumentException("not a cursor");
        }
        return cursor;
    }

    public String text() {
        return Long.toString(place);
    }
}
