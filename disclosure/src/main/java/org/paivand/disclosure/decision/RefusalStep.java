package org.paivand.disclosure.decision;

import java.util.List;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;

/**
 * Step 2, and the refusals of step 4. A refusal is heard even from a consent whose permits carry nothing (given in
 * custody, say): keeping back is always safe. Not heard is a guardian who may not speak, and nobody bars child
 * protection from a child.
 */
final class RefusalStep {
    private final Inquiry inquiry;
    private final List<StandingGrant> heard;

    RefusalStep(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.heard = toChildProtectionForChild()
                ? List.of()
                : inquiry.consents().liveRefusals().stream()
                        .filter(this::speaks)
                        .toList();
    }

    /** Whether a safety-critical refusal bars the recipient from everything. */
    boolean bars() {
        for (StandingGrant refusal : heard) {
            if (refusal.grant().bars(inquiry.recipient())) {
                return true;
            }
        }
        return false;
    }

    boolean refuses(Category category, Action action) {
        for (StandingGrant refusal : heard) {
            if (refusal.grant().refuses(inquiry.recipient(), inquiry.purpose(), category, action)) {
                return true;
            }
        }
        return false;
    }

    private boolean toChildProtectionForChild() {
        return inquiry.aboutChild() && inquiry.recipient().kind() == AgencyKind.CHILD_PROTECTION;
    }

    private boolean speaks(StandingGrant refusal) {
        Role role = refusal.consent().givenBy().role();
        if (role == Role.SUBJECT) {
            return true;
        }
        if (inquiry.facts().age().speaksForSelf(inquiry.now())) {
            return role == Role.LEGAL_REPRESENTATIVE;
        }
        return inquiry.facts().findingAt(inquiry.now()) == ConflictFinding.NONE;
    }
}
