package org.paivand.referral;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.Referrals.Stored;

/**
 * Referrals that were offered at once, as one of their parties stands to them.
 *
 * @param members those that are that party's; who was erased or passed to another controller is among them no more
 */
public record OfferedGroup(UUID id, Party party, List<Stored> members) {
    private static final Set<String> TAKEN = Set.of("accepted", "in-progress", "on-hold");
    private static final Set<String> LEFT = Set.of("declined", "expired");

    public OfferedGroup {
        members = List.copyOf(members);
    }

    /** Empty where fewer than two are that party's: of one alone nobody learns that there were others. */
    static Optional<OfferedGroup> of(UUID id, List<Stored> offered, Party party, AgencyId agency) {
        List<Stored> members = offered.stream()
                .filter(stored -> {
                    Request request = stored.referral().request();
                    return (party == Party.PROVIDER ? request.to() : request.from()).equals(agency);
                })
                .filter(stored -> offered.stream().noneMatch(other -> isAfter(other, stored)))
                .toList();
        return members.size() < 2 ? Optional.empty() : Optional.of(new OfferedGroup(id, party, members));
    }

    /** Whether the one is of the same case as the other and was offered after it: linked cases may be offered anew, and count once. */
    private static boolean isAfter(Stored one, Stored other) {
        Request later = one.referral().request();
        Request earlier = other.referral().request();
        return later.caseId().equals(earlier.caseId()) && later.offeredAt().isAfter(earlier.offeredAt());
    }

    /** Whether some who were to stay together are taken, as far as the party is told, and others aren't. Told, and no rule. */
    public boolean divided() {
        return among(TAKEN) && among(LEFT);
    }

    private boolean among(Set<String> states) {
        return members.stream()
                .map(Stored::referral)
                .filter(referral -> referral.request()
                        .together()
                        .filter(together -> together.constraint() == GroupConstraint.KEEP_TOGETHER)
                        .isPresent())
                .anyMatch(referral -> states.contains(referral.shownTo(party)));
    }
}
