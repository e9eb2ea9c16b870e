package org.paivand.verifier;

import java.util.UUID;

/**
 * Ids of events, each with a small number, in 20 bytes a place: a map of objects would take ten times as much. At most
 * {@value #MOST} ids; whoever adds more is told that they aren't kept.
 */
final class EventIds {
    static final int MOST = 3 << 20;

    /** The number of an id that is not there. */
    static final int ABSENT = -1;

    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    /** One more than the number; 0 is a free place. */
    private int[] numbers = new int[1 << 10];

    private int size;

    boolean isFull() {
        return size == MOST;
    }

    int number(UUID id) {
        return numbers[place(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** Keeps the number of an id that is not there yet; if full, does nothing. */
    void put(UUID id, int number) {
        if (isFull()) {
            return;
        }
        if (size >= numbers.length / 4 * 3) {
            grow();
        }
        set(id.getMostSignificantBits(), id.getLeastSignificantBits(), number + 1);
        size++;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldNumbers = numbers;
        high = new long[oldHigh.length * 2];
        low = new long[oldHigh.length * 2];
        numbers = new int[oldHigh.length * 2];
        for (int i = 0; i < oldNumbers.length; i++) {
            if (oldNumbers[i] != 0) {
                set(oldHigh[i], oldLow[i], oldNumbers[i]);
            }
        }
    }

    private void set(long mostSignificant, long leastSignificant, int stored) {
        int place = place(mostSignificant, leastSignificant);
        high[place] = mostSignificant;
        low[place] = leastSignificant;
        numbers[place] = stored;
    }

    /** Where the id stands, or would. */
    private int place(long mostSignificant, long leastSignificant) {
        long mixed = (mostSignificant * 0x9E3779B97F4A7C15L + leastSignificant) * 0xC2B2AE3D27D4EB4FL;
        int place = (int) (mixed >>> 32) & (numbers.length - 1);
        while (numbers[place] != 0 && (high[place] != mostSignificant || low[place] != leastSignificant)) {
            place = (place + 1) & (numbers.length - 1);
        }
        return place;
    }
}
