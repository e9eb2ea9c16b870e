package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.util.Optional;

/**
 * A log begins. Written as the last entry of the log before it, where that can still be written, and as its own first entry.
 *
 * @param log the origin of the log that begins
 * @param key its verifier key (C2SP signed-note), which the log before it thereby vouches for
 * @param previous the log before it as it was last signed; absent in that log itself, and where there was none
 */
public record LogChanged(EventHead head, LogSuccession reason, String log, String key, Optional<LogPlace> previous)
        implements DisclosureEvent {
    private static final int MAX_KEY = 512;

    public LogChanged {
        LogPlace.requireOrigin(log);
        require(key.startsWith(log + "+") && key.length() <= MAX_KEY, "a log's key bears the log's name");
        require(reason != LogSuccession.FIRST || previous.isEmpty(), "nothing comes before the first log");
    }

    @Override
    public EventType type() {
        return EventType.LOG_CHANGE;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.log(this);
    }
}
