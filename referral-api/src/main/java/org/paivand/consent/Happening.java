package org.paivand.consent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * What can happen to a consent once it is recorded. Each looks at where the grants stand: what would change nothing is a
 * {@code conflict}, and a grant that the consent doesn't have is {@code not-found}.
 */
@FunctionalInterface
public interface Happening {
    /** @param consent in its newest version */
    ConsentEvent on(Page page, ConsentRecord consent, Caller by);

    /** @param grantIds absent: every permit; refusals end only when they are named */
    static Happening withdrawal(Optional<Set<UUID>> grantIds) {
        return (page, consent, by) -> {
            require(page, consent, grantIds.orElse(Set.of()));
            boolean ends = standing(page, consent).stream()
                    .filter(grant -> grantIds.map(
                                    ids -> ids.contains(grant.grant().id()))
                            .orElse(!grant.grant().isRefusal()))
                    .anyMatch(grant -> grant.status() != GrantStatus.WITHDRAWN);
            requireChange(ends);
            return new ConsentEvent.Withdrawn(page.now(), consent.id(), grantIds);
        };
    }

    /**
     * The person undoes a withdrawal.
     *
     * @param grantIds absent: all that is withdrawn
     */
    static Happening restoration(Optional<Set<UUID>> grantIds) {
        return (page, consent, by) -> {
            require(page, consent, grantIds.orElse(Set.of()));
            Set<UUID> withdrawn = ids(page, consent, EnumSet.of(GrantStatus.WITHDRAWN));
            Set<UUID> restored = grantIds.orElse(withdrawn);
            requireChange(!restored.isEmpty() && withdrawn.containsAll(restored));
            return new ConsentEvent.Restored(page.now(), consent.id(), restored);
        };
    }

    /**
     * The person leaves less: a new version with these permits. Whoever stands not, for whatever reason, is not brought back.
     *
     * @param left each within a permit that stands or is still to begin
     */
    static Happening narrowing(List<Remainder> left) {
        return (page, consent, by) -> {
            require(page, consent, left.stream().map(Remainder::of).collect(Collectors.toSet()));
            Set<UUID> standing = ids(page, consent, EnumSet.of(GrantStatus.LIVE, GrantStatus.NOT_YET));
            List<Grant> grants = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                Remainder remainder = left.get(i);
                requireChange(standing.contains(remainder.of()));
                Grant whole = consent.grants().stream()
                        .filter(grant -> grant.id().equals(remainder.of()) && !grant.isRefusal())
                        .findFirst()
                        .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
                grants.add(remainder.cut(whole, "/grants/" + i));
            }
            return new ConsentEvent.Given(page.now(), consent.narrowed(by.user(), grants));
        };
    }

    /** It turned out never to have been free and informed. */
    static Happening invalidation() {
        return (page, consent, by) -> {
            requireChange(
                    !permits(page, consent, EnumSet.of(GrantStatus.LIVE, GrantStatus.NOT_YET, GrantStatus.DISPUTED))
                            .isEmpty());
            return new ConsentEvent.Invalidated(page.now(), consent.id());
        };
    }

    /** Somebody contests it: nothing goes on it until the person stands by it. */
    static Happening dispute() {
        return (page, consent, by) -> {
            requireChange(!permits(page, consent, EnumSet.of(GrantStatus.LIVE, GrantStatus.NOT_YET))
                    .isEmpty());
            return new ConsentEvent.Disputed(page.now(), consent.id());
        };
    }

    /** The person stands by it: ends a dispute. */
    static Happening reconfirmation() {
        return (page, consent, by) -> {
            requireChange(
                    !permits(page, consent, EnumSet.of(GrantStatus.DISPUTED)).isEmpty());
            return new ConsentEvent.Reconfirmed(page.now(), consent.id());
        };
    }

    private static List<StandingGrant> standing(Page page, ConsentRecord consent) {
        return page.history().stateAt(page.now()).grants().stream()
                .filter(grant -> grant.consent().id().equals(consent.id()))
                .toList();
    }

    private static Set<UUID> ids(Page page, ConsentRecord consent, Set<GrantStatus> statuses) {
        return standing(page, consent).stream()
                .filter(grant -> statuses.contains(grant.status()))
                .map(grant -> grant.grant().id())
                .collect(Collectors.toSet());
    }

    private static List<StandingGrant> permits(Page page, ConsentRecord consent, Set<GrantStatus> statuses) {
        return standing(page, consent).stream()
                .filter(grant -> !grant.grant().isRefusal() && statuses.contains(grant.status()))
                .toList();
    }

    private static void require(Page page, ConsentRecord consent, Set<UUID> grantIds) {
        if (!page.history().grantsOf(consent.id()).containsAll(grantIds)) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private static void requireChange(boolean changes) {
        if (!changes) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }
}
