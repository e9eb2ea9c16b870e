package org.paivand.disclosure.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.paivand.disclosure.Moments;

/** Applies events one after the other and then says where each grant stands. */
final class ConsentLedger implements ConsentEvent.Cases<ConsentLedger> {
    private static final class Line {
        final ConsentRecord consent;
        final Instant givenAt;
        final Set<UUID> withdrawn = new HashSet<>();
        Optional<GrantStatus> permitsEnded = Optional.empty();
        boolean disputed;

        Line(ConsentRecord consent, Instant givenAt) {
            this.consent = consent;
            this.givenAt = givenAt;
        }

        void endPermits(GrantStatus status) {
            permitsEnded = permitsEnded.or(() -> Optional.of(status));
        }

        void withdrawPermits() {
            if (permitsEnded.isEmpty()) {
                consent.grants().stream()
                        .filter(grant -> !grant.isRefusal())
                        .map(Grant::id)
                        .forEach(withdrawn::add);
            }
        }

        GrantStatus status(Grant grant, Instant now) {
            if (withdrawn.contains(grant.id())) {
                return GrantStatus.WITHDRAWN;
            }
            if (grant.isRefusal()) {
                return now.isBefore(grant.notBefore()) ? GrantStatus.NOT_YET : GrantStatus.LIVE;
            }
            if (permitsEnded.isPresent()) {
                return permitsEnded.get();
            }
            if (!Moments.within(grant.notBefore(), now, grant.notAfter())) {
                return now.isBefore(grant.notBefore()) ? GrantStatus.NOT_YET : GrantStatus.EXPIRED;
            }
            return disputed ? GrantStatus.DISPUTED : GrantStatus.LIVE;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    ConsentState stateAt(Instant now) {
        List<StandingGrant> standing = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            for (Grant grant : line.consent.grants()) {
                standing.add(new StandingGrant(line.consent, line.givenAt, grant, line.status(grant, now)));
            }
        }
        return new ConsentState(standing);
    }

    @Override
    public ConsentLedger given(ConsentEvent.Given event) {
        Instant firstGiven = lines.stream()
                .filter(line -> line.consent.id().equals(event.consentId()))
                .map(line -> line.givenAt)
                .findFirst()
                .orElse(event.at());
        end(event.consentId(), GrantStatus.SUPERSEDED);
        lines.add(new Line(event.consent(), firstGiven));
        return this;
    }

    @Override
    public ConsentLedger withdrawn(ConsentEvent.Withdrawn event) {
        return each(
                event.consentId(),
                line -> event.grantIds().ifPresentOrElse(line.withdrawn::addAll, line::withdrawPermits));
    }

    @Override
    public ConsentLedger invalidated(ConsentEvent.Invalidated event) {
        return end(event.consentId(), GrantStatus.INVALIDATED);
    }

    @Override
    public ConsentLedger superseded(ConsentEvent.Superseded event) {
        return end(event.consentId(), GrantStatus.SUPERSEDED);
    }

    @Override
    public ConsentLedger disputed(ConsentEvent.Disputed event) {
        return dispute(event.consentId(), true);
    }

    @Override
    public ConsentLedger reconfirmed(ConsentEvent.Reconfirmed event) {
        return dispute(event.consentId(), false);
    }

    @Override
    public ConsentLedger restored(ConsentEvent.Restored event) {
        return each(event.consentId(), line -> line.withdrawn.removeAll(event.grantIds()));
    }

    @Override
    public ConsentLedger confirmed(ConsentEvent.Confirmed event) {
        return this;
    }

    private ConsentLedger dispute(UUID consentId, boolean disputed) {
        return each(consentId, line -> line.disputed = disputed);
    }

    private ConsentLedger end(UUID consentId, GrantStatus status) {
        return each(consentId, line -> line.endPermits(status));
    }

    private ConsentLedger each(UUID consentId, Consumer<Line> change) {
        lines.stream().filter(line -> line.consent.id().equals(consentId)).forEach(change);
        return this;
    }
}
