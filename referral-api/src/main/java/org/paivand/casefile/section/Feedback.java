package org.paivand.casefile.section;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.registry.service.ServiceType;

/**
 * How a referral ended, as its sender gets it; nothing clinical, and nothing of where the person is.
 *
 * @param result a code of {@code outcome-codes}, or {@code ended-by-person}
 * @param servicesDelivered at most 30, those that were delivered
 * @param endedOn in UTC
 */
public record Feedback(
        Coded result,
        List<ServiceType> servicesDelivered,
        LocalDate endedOn,
        Optional<Helped> helped,
        Optional<OwnWords> words)
        implements Releasable {

    public Feedback {
        servicesDelivered = Checks.items("servicesDelivered", servicesDelivered, 0, 30);
    }

    @Override
    public Category category() {
        return Category.FEEDBACK;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
