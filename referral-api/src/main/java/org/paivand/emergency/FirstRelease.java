package org.paivand.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** From the first release on an emergency has to be reviewed, and is heard of if it isn't. */
final class FirstRelease {
    private FirstRelease() {}

    static void note(Emergencies emergencies, Alerts alerts, UUID emergency, Instant now, Duration reviewWithin) {
        boolean first = emergencies
                .find(emergency)
                .filter(known -> known.reviewDue().isEmpty())
                .isPresent();
        if (first) {
            emergencies.released(emergency, now.plus(reviewWithin));
            alerts.raise(Alert.Kind.REVIEW_OVERDUE, emergency, now.plus(reviewWithin));
        }
    }
}
