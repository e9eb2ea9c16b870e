package org.paivand.holding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.StandingGrant;

/** On what holdings stand, as consent is at one instant. */
final class Ground {
    /** Ended by somebody. What merely expired was agreed to: retention says how long it may be kept. */
    private static final Set<GrantStatus> ENDED =
            Set.of(GrantStatus.WITHDRAWN, GrantStatus.INVALIDATED, GrantStatus.SUPERSEDED);

    private final ConsentState consents;
    private final Set<UUID> ended;
    private final Map<UUID, UUID> consentOf;
    private final Function<AgencyId, Party> parties;

    Ground(ConsentState consents, Function<AgencyId, Party> parties) {
        this.consents = consents;
        this.parties = parties;
        this.ended = consents.grants().stream()
                .filter(standing -> ENDED.contains(standing.status()))
                .map(standing -> standing.grant().id())
                .collect(Collectors.toSet());
        this.consentOf = consents.grants().stream()
                .collect(Collectors.toMap(
                        standing -> standing.grant().id(),
                        standing -> standing.consent().id()));
    }

    /** What stands here and not there, and all that was passed on from it. */
    static List<Holding> lost(List<Holding> held, Ground before, Ground after) {
        List<Holding> lost = held.stream()
                .filter(holding -> before.carries(holding) && !after.carries(holding))
                .toList();
        return withOnward(lost, held);
    }

    /** Whether the holder may still use it: nobody refused, and its grant did not end, or another permits the same. */
    boolean carries(Holding holding) {
        if (holding.grant().isEmpty()) {
            return true;
        }
        Party holder = parties.apply(holding.holder());
        if (refused(holding, holder)) {
            return false;
        }
        return !ended.contains(holding.grant().get()) || permitted(holding, holder);
    }

    private boolean refused(Holding holding, Party holder) {
        return consents.liveRefusals().stream()
                .map(StandingGrant::grant)
                .anyMatch(refusal -> refusal.bars(holder)
                        || refusal.refuses(holder, holding.purpose(), holding.category(), holding.action()));
    }

    private boolean permitted(Holding holding, Party holder) {
        return consents.grants().stream()
                .filter(standing -> stillAgreed(standing, holding))
                .map(StandingGrant::grant)
                .anyMatch(permit -> permit.permits(holder, holding.purpose(), holding.category(), holding.action()));
    }

    /** Live, or resting while it is disputed; or a later version of the consent it rested on, which ran out since. */
    private boolean stillAgreed(StandingGrant standing, Holding holding) {
        return switch (standing.status()) {
            case LIVE, DISPUTED -> true;
            case EXPIRED ->
                standing.consent().id().equals(consentOf.get(holding.grant().orElseThrow()));
            default -> false;
        };
    }

    /** With what went on from those who hold it, and from there again, whatever it rests on there. */
    private static List<Holding> withOnward(Collection<Holding> lost, List<Holding> held) {
        Set<Holding> reached = new LinkedHashSet<>(lost);
        Deque<Holding> open = new ArrayDeque<>(lost);
        while (!open.isEmpty()) {
            Holding from = open.removeFirst();
            for (Holding next : held) {
                if (wentOn(from, next) && reached.add(next)) {
                    open.addLast(next);
                }
            }
        }
        return new ArrayList<>(reached);
    }

    private static boolean wentOn(Holding from, Holding next) {
        return next.action() == Action.ONWARD
                && next.source().equals(from.holder())
                && next.category() == from.category()
                && !next.at().isBefore(from.at());
    }
}
