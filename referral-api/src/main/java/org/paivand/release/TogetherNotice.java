package org.paivand.release;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.disclosure.consent.ConsentHistory;

/** The notice by which one agrees to be asked for with others, so that a recipient learns who belongs together. */
public final class TogetherNotice {
    public static final String ID = "notice-together";

    /** The version that speaks of a second controller first. */
    static final int JOINT = 2;

    private TogetherNotice() {}

    /** The consents given under it of which a permit stands. */
    public static Set<UUID> live(ConsentHistory history, Instant now) {
        return history.stateAt(now).livePermits().stream()
                .filter(standing -> standing.consent().notice().id().equals(ID))
                .map(standing -> standing.consent().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
