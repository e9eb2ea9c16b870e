package org.paivand.mail;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.notification.NotificationKind;

/**
 * An agency's wish that somebody be told by mail.
 *
 * @param madeBy the account that wished it
 * @param kinds of which it is told
 * @param failures how often in a row a mail could not be handed over
 * @param answer what the relay answered the last time it didn't take one: a status of SMTP
 */
public record Subscription(
        UUID id,
        AgencyId agency,
        String madeBy,
        MailAddress address,
        Set<NotificationKind> kinds,
        MailLanguage language,
        Standing standing,
        Instant since,
        int failures,
        Optional<String> answer) {
    public Subscription {
        Canonical.require(!kinds.isEmpty(), "a subscription is for something");
        kinds = Set.copyOf(EnumSet.copyOf(kinds));
    }

    /** A wish of now, of which the address knows nothing yet. */
    static Subscription begun(
            UUID id,
            AgencyId agency,
            String madeBy,
            MailAddress address,
            Set<NotificationKind> kinds,
            MailLanguage language,
            Instant now) {
        return new Subscription(
                id, agency, madeBy, address, kinds, language, Standing.UNCONFIRMED, now, 0, Optional.empty());
    }
}
