package org.paivand.webhook;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.notification.NotificationKind;

/**
 * An agency's wish to be sent what it would else read from its feed.
 *
 * @param kinds of which it is told
 */
public record Webhook(UUID id, AgencyId agency, WebhookAddress address, Set<NotificationKind> kinds, Instant since) {
    public Webhook {
        Canonical.require(!kinds.isEmpty(), "a webhook is for something");
        kinds = Set.copyOf(EnumSet.copyOf(kinds));
    }
}
