package org.paivand.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.paivand.emergency.ReviewDesk;

/** Emergencies that wait for a review, for /metrics. Numbers only. */
@ApplicationScoped
public class ReviewGauges {
    @Inject
    ReviewDesk reviews;

    /** A gauge is known from when its bean is made: at once, but after the node that it tells of. */
    void make(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    Object started) {}

    @Gauge(
            name = "paivand_reviews_open",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Emergencies without a review, in time or late")
    public long open() {
        return reviews.openReviews().open();
    }

    @Gauge(
            name = "paivand_reviews_overdue",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Emergencies whose review is late")
    public long overdue() {
        return reviews.openReviews().overdue();
    }
}
