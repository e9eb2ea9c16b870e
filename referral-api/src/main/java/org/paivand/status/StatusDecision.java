package org.paivand.status;

import java.time.Instant;
import java.util.Arrays;

/**
 * What a body decided about a person.
 *
 * @param version of this body's decisions about the case, from 1
 */
public record StatusDecision(int version, TraffickingStatus status, Ground ground, Instant decidedAt) {

    /** Two bytes, whatever was decided. */
    byte[] plain() {
        return new byte[] {status.number(), ground.number()};
    }

    static StatusDecision of(int version, byte[] plain, Instant decidedAt) {
        if (plain.length != 2) {
            throw new IllegalStateException("a stored decision breaks its own form");
        }
        return new StatusDecision(
                version,
                Arrays.stream(TraffickingStatus.values())
                        .filter(status -> status.number() == plain[0])
                        .findFirst()
                        .orElseThrow(),
                Arrays.stream(Ground.values())
                        .filter(ground -> ground.number() == plain[1])
                        .findFirst()
                        .orElseThrow(),
                decidedAt);
    }

    @Override
    public String toString() {
        return "StatusDecision[redacted]";
    }
}
