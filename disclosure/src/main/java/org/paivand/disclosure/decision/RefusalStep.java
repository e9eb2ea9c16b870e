package org.paivand.disclosure.decision;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;

/**
 * Step 2, and the refusals of step 4. A refusal is heard even from a consent whose permits carry nothing (given in
 * custody, say): keeping back is always safe. Not heard is a guardian who may not speak, and nobody bars child
 * protection from a child. One worker of it they may bar: child protection has others.
 */
final class RefusalStep {
    private final Inquiry inquiry;
    private final List<StandingGrant> spoken;
    private final List<StandingGrant> heard;

    RefusalStep(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.spoken =
                inquiry.consents().liveRefusals().stream().filter(this::speaks).toList();
        this.heard = toChildProtectionForChild() ? List.of() : spoken;
    }

    /** Why nothing may go, whatever the basis: a safety-critical refusal bars the recipient, or the worker who would read. */
    Optional<ReasonCode> bars() {
        for (StandingGrant refusal : heard) {
            if (refusal.grant().bars(inquiry.recipient())) {
                return Optional.of(ReasonCode.SAFETY_REFUSAL);
            }
        }
        return barsWorker();
    }

    /** Where somebody of the recipient is barred, it must be known who reads; an offer is read by nobody yet. */
    private Optional<ReasonCode> barsWorker() {
        Set<WorkerId> barred = spoken.stream()
                .flatMap(refusal -> refusal.grant().barredWorker(inquiry.recipient()).stream())
                .collect(Collectors.toSet());
        if (barred.isEmpty()) {
            return Optional.empty();
        }
        Optional<NamedWorker> reader = inquiry.request().worker();
        if (reader.isEmpty()) {
            return inquiry.request().occasion() == Occasion.PULL
                    ? Optional.of(ReasonCode.WORKER_MISSING)
                    : Optional.empty();
        }
        return barred.contains(reader.get().worker()) ? Optional.of(ReasonCode.WORKER_BARRED) : Optional.empty();
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
