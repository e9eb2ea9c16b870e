package org.paivand.disclosure.decision;

import static org.paivand.disclosure.Canonical.require;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;

/**
 * All facts a decision needs beside policy, consent and agreements.
 *
 * @param caseRef must be that of the consent history
 * @param recipientConfidential the registry keeps this recipient's name from the person's own page
 * @param purpose absent is a denial, never a wildcard
 * @param accepted whether the recipient's acceptance of this referral stands now
 */
public record DisclosureRequest(
        UUID caseRef,
        Party discloser,
        Party recipient,
        boolean recipientConfidential,
        Optional<NamedWorker> worker,
        Optional<Purpose> purpose,
        Set<Category> categories,
        Action action,
        Occasion occasion,
        boolean accepted,
        CaseFacts facts,
        List<StandaloneBasis> bases) {
    private static final NamedWorker ANY_ASSIGNED = new NamedWorker(WorkerId.of("preview"), true);

    public DisclosureRequest {
        categories = Canonical.enums(Category.class, categories);
        bases = List.copyOf(bases);
        require(!categories.isEmpty(), "a request names at least one category");
    }

    /** The request as it would be made after acceptance by an assigned worker: for previews, never for a release. */
    public DisclosureRequest ifAccepted() {
        return new DisclosureRequest(
                caseRef,
                discloser,
                recipient,
                recipientConfidential,
                Optional.of(ANY_ASSIGNED),
                purpose,
                categories,
                action,
                Occasion.PULL,
                true,
                facts,
                bases);
    }

    /** The same request with no basis put forward but consent. */
    public DisclosureRequest onConsentAlone() {
        return new DisclosureRequest(
                caseRef,
                discloser,
                recipient,
                recipientConfidential,
                worker,
                purpose,
                categories,
                action,
                occasion,
                accepted,
                facts,
                List.of());
    }

    boolean crossesBorder() {
        return !discloser.jurisdiction().equals(recipient.jurisdiction());
    }

    boolean beyondStageOneIsOpen() {
        return accepted && occasion == Occasion.PULL;
    }
}
