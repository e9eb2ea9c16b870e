package org.paivand.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.client.api.NotificationsApi;
import org.paivand.client.api.NotificationsApi.APIReadNotificationsRequest;
import org.paivand.client.model.Notification;
import org.paivand.client.model.NotificationPage;

/**
 * What happened to one's agency's referrals, in order and without a gap. Not for use by several threads.
 *
 * <p>Store {@link #position} when you have done what a notification asks for, and begin there after a restart: then nothing is
 * missed, and something may come twice.
 */
public final class Notifications {
    /** How long the node keeps a question open at most. */
    public static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final NotificationsApi api;
    private @Nullable String position;

    private Notifications(NotificationsApi api, @Nullable String position) {
        this.api = api;
        this.position = position;
    }

    /** @param position where to go on; empty to begin with the oldest that are kept, which is thirty days */
    public static Notifications from(Paivand paivand, Optional<String> position) {
        return new Notifications(paivand.api(NotificationsApi::new), position.orElse(null));
    }

    /**
     * What came since, the oldest first. If nothing did, waits for it, and answers an empty list when that takes longer.
     *
     * @param longest at most {@link #LONGEST_WAIT}, in whole seconds
     */
    public List<Notification> await(Duration longest) {
        if (longest.isNegative() || longest.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("the node waits for no more than " + LONGEST_WAIT.toSeconds() + " s");
        }
        NotificationPage page = Paivand.made(() -> api.readNotifications(APIReadNotificationsRequest.newBuilder()
                .after(position)
                .waitSeconds((int) longest.toSeconds())
                .build()));
        position = page.getNext();
        return page.getItems();
    }

    /** Behind what was answered last; empty before the first answer. */
    public Optional<String> position() {
        return Optional.ofNullable(position);
    }
}
