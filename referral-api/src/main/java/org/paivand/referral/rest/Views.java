package org.paivand.referral.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Coded;
import org.paivand.referral.Party;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.Request;
import org.paivand.referral.Transition;
import org.paivand.referral.rest.Wire.ReferralRow;
import org.paivand.referral.rest.Wire.ReferralView;

/** What each side is shown of a referral. */
final class Views {
    /** The contract's ReferralState, of which the referrals of this version come to some. */
    static final Set<String> STATES = Set.of(
            "offered",
            "clarifying",
            "declined",
            "expired",
            "cancelled",
            "accepted",
            "in-progress",
            "on-hold",
            "cancel-requested",
            "completed",
            "failed",
            "service-ended-by-person",
            "entered-in-error",
            "not-possible",
            "closed");

    private Views() {}

    static ReferralView view(Standing standing) {
        Referral referral = standing.stored().referral();
        Request request = referral.request();
        boolean provider = standing.party() == Party.PROVIDER;
        return new ReferralView(
                request.id().value(),
                state(referral, standing.party()),
                request.urgency().code(),
                request.from().value(),
                request.to().value(),
                request.purpose().code(),
                request.offeredAt(),
                request.respondBy(),
                standing.stored().updatedAt(),
                standing.stored().version(),
                allowed(standing),
                only(provider, Optional.of(request.caseReference())),
                only(
                        provider,
                        Optional.of(standing.workers().stream()
                                .map(worker -> worker.value())
                                .toList())),
                referral instanceof Referral.InProgress under && provider
                        ? Optional.of(under.step().code())
                        : Optional.empty(),
                referral instanceof Referral.Declined declined && provider
                        ? Optional.of(declined.code().code())
                        : Optional.empty(),
                referral instanceof Referral.Declined declined && !provider
                        ? Optional.of(declined.code().senderView())
                        : Optional.empty(),
                referral instanceof Referral.Completed completed && provider
                        ? Optional.of(completed.outcome().code())
                        : Optional.empty(),
                referral instanceof Referral.Completed completed && provider
                        ? Optional.of(
                                completed.delivered().stream().map(Coded::code).toList())
                        : Optional.empty());
    }

    static ReferralRow row(Stored stored, Party party) {
        Request request = stored.referral().request();
        return new ReferralRow(
                request.id().value(),
                state(stored.referral(), party),
                request.urgency().code(),
                request.offeredAt(),
                request.respondBy(),
                stored.updatedAt());
    }

    /** The sender learns that it was accepted and that it is over, and nothing of what happens between. */
    static String state(Referral referral, Party party) {
        if (party == Party.PROVIDER) {
            return referral.state();
        }
        if (referral instanceof Referral.InProgress) {
            return "accepted";
        }
        return referral instanceof Referral.Completed ? "closed" : referral.state();
    }

    private static List<String> allowed(Standing standing) {
        List<String> allowed = new ArrayList<>(
                standing.allowed().stream().map(Transition::code).toList());
        if (standing.party() == Party.PROVIDER && !(standing.stored().referral() instanceof Referral.Ended)) {
            allowed.add("releases");
        }
        return allowed;
    }

    private static <T> Optional<T> only(boolean shown, Optional<T> value) {
        return shown ? value : Optional.empty();
    }
}
