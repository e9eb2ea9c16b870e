package org.paivand.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the log stands.
 *
 * @param size entries with an index
 * @param pending committed entries without one
 * @param oldestPending how long the oldest of them has waited; zero if none does
 * @param oldestUnsigned how long the oldest entry with an index has waited for a checkpoint; zero if none does
 * @param latest the newest time known to the database: its own, that of an event, or that of a checkpoint
 * @param unsound where the log contradicts itself, if a check has found that it does
 * @param signer whether the key could be used when it was last tried, by this instance or by the one that leads
 */
public record LogStatus(
        long size,
        long pending,
        Duration oldestPending,
        Duration oldestUnsigned,
        Optional<Instant> lastCheckpointAt,
        Instant latest,
        Optional<String> unsound,
        Signer signer) {
    /** The signing key, as this process knows it. */
    public enum Signer {
        /** Not tried yet. */
        UNPROVEN,
        SOUND,
        /** It can't be used, or it refuses the log that it is shown. */
        REFUSING,
        /** Another instance leads and signs. */
        ELSEWHERE
    }

    /** Nothing may be released while this is so. */
    public boolean isBehind(Duration maxLag) {
        return oldestPending.compareTo(maxLag) > 0 || oldestUnsigned.compareTo(maxLag) > 0;
    }

    /** By more than a tolerance. */
    public boolean isLaterThan(Instant now, Duration tolerance) {
        return latest.isAfter(now.plus(tolerance));
    }

    public boolean canSign() {
        return signer == Signer.SOUND || signer == Signer.ELSEWHERE;
    }
}
