package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Policy;

/** A request that passed step 1, with everything the later steps read. */
record Inquiry(
        Policy policy,
        ConsentState consents,
        List<Agreement> agreements,
        DisclosureRequest request,
        Purpose purpose,
        Instant now) {
    Party recipient() {
        return request.recipient();
    }

    CaseFacts facts() {
        return request.facts();
    }

    boolean aboutChild() {
        return facts().age().safeguarded(now);
    }

    boolean toConsulate() {
        return recipient().kind() == AgencyKind.CONSULATE;
    }

    boolean beyondStageOne(Category category) {
        return policy.stage(category).beyondServiceRequest();
    }
}
