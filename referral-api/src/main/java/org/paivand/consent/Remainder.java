package org.paivand.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.problem.ProblemException;

/**
 * What the person leaves of a permit; what is absent stays as it was.
 *
 * @param of the permit
 * @param listed of a permit for a kind of agency: those that stay
 */
public record Remainder(
        UUID of,
        Optional<Set<Category>> categories,
        Optional<Set<Action>> actions,
        Optional<Instant> notAfter,
        Optional<Set<AgencyId>> listed) {
    /** @throws ProblemException {@code invalid-request} if more would be left than there was */
    Grant cut(Grant whole, String pointer) {
        Recipient recipient = whole.recipient();
        if (listed.isPresent()) {
            recipient = recipient.fold(
                    exact -> {
                        throw ProblemException.invalid(pointer + "/listed", "contradiction");
                    },
                    kind -> new Recipient.KindWithin(kind.kind(), kind.jurisdiction(), listed.get()),
                    worker -> {
                        throw ProblemException.invalid(pointer + "/listed", "contradiction");
                    });
        }
        Grant left = grant(whole, recipient, pointer);
        if (!left.isWithin(whole)) {
            throw ProblemException.invalid(pointer, "wider");
        }
        return left;
    }

    private Grant grant(Grant whole, Recipient recipient, String pointer) {
        try {
            return new Grant(
                    UUID.randomUUID(),
                    whole.effect(),
                    whole.purpose(),
                    categories.orElse(whole.categories()),
                    recipient,
                    actions.orElse(whole.actions()),
                    whole.notBefore(),
                    notAfter.orElse(whole.notAfter()),
                    whole.safetyCritical());
        } catch (IllegalArgumentException impossible) {
            throw ProblemException.invalid(pointer, "contradiction");
        }
    }
}
