package org.paivand.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Ask;

/**
 * What was asked of whom; fixed when the referral is offered.
 *
 * @param caseReference the recipient's own name for the case; another recipient of the same case has another one
 * @param follows the sender's earlier referral of the case that came to nothing, in whose place this one is
 * @param onwardFrom the referral that the sender had accepted and of which it made this one; without it the sender controls the case
 * @param together the other referrals that were offered with it
 * @param through who answers for the recipient, which has no software; as the registry said when it was offered
 * @param respondBy exclusive: from this instant on an unanswered offer is expired
 */
public record Request(
        ReferralId id,
        CaseId caseId,
        UUID caseReference,
        AgencyId from,
        AgencyId to,
        Purpose purpose,
        Urgency urgency,
        List<ServiceType> services,
        Instant offeredAt,
        Instant respondBy,
        Optional<ReferralId> follows,
        Optional<ReferralId> onwardFrom,
        Optional<Together> together,
        Optional<AgencyId> through) {
    public Request {
        services = List.copyOf(services);
        if (services.isEmpty() || services.stream().distinct().count() != services.size()) {
            throw new IllegalArgumentException("services must be named, each once");
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("an agency refers to another one");
        }
        if (!offeredAt.isBefore(respondBy)) {
            throw new IllegalArgumentException("respondBy must lie after offeredAt");
        }
    }

    /** Whether that agency answers for the recipient: it did when this was offered, and the registry still says so. */
    boolean hostedBy(AgencyId agency, Directory directory) {
        return through.filter(agency::equals).isPresent() && directory.hosts(agency, to);
    }

    AgencyId at(Party party) {
        return party == Party.SENDER ? from : to;
    }

    /** From whom to whom the case's data goes through it. */
    Ask.Way way() {
        return way(from, to, onwardFrom);
    }

    static Ask.Way way(AgencyId from, AgencyId to, Optional<ReferralId> onwardFrom) {
        return onwardFrom.isPresent() ? new Ask.Way(Optional.of(from), to, Action.ONWARD) : Ask.Way.fromController(to);
    }
}
