package org.paivand.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The system's clock, moved by as much as a test says. */
public final class TestClock extends Clock {
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
    private volatile Optional<Instant> stopped = Optional.empty();

    public void move(Duration by) {
        shift.updateAndGet(shifted -> shifted.plus(by));
    }

    /** Stands still at that instant from now on. */
    public void stopAt(Instant instant) {
        stopped = Optional.of(instant);
    }

    public void reset() {
        shift.set(Duration.ZERO);
        stopped = Optional.empty();
    }

    @Override
    public Instant instant() {
        return stopped.orElseGet(() -> Clock.systemUTC().instant().plus(shift.get()));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the node counts in UTC");
    }
}
