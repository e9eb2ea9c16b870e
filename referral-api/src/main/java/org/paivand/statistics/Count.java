package org.paivand.statistics;

import java.util.Optional;

/**
 * A number, or that it is kept back.
 *
 * @param number empty where it is small, or would tell of one that is
 */
public record Count(Optional<Long> number) {
    static final Count MASKED = new Count(Optional.empty());

    static Count of(long number) {
        return new Count(Optional.of(number));
    }
}
