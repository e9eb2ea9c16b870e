package org.paivand.disclosure.consent;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All consent events of one case in the order in which they took effect; it only grows. */
public record ConsentHistory(UUID caseRef, List<ConsentEvent> events) {
    /**
     * @throws IllegalArgumentException if time runs backwards, a consent belongs to another case, a version is skipped,
     *     or an event names a consent or grant that was not given before it
     */
    public ConsentHistory {
        events = List.copyOf(events);
        Map<UUID, ConsentRecord> latest = new HashMap<>();
        Set<UUID> grants = new HashSet<>();
        Instant last = Instant.MIN;
        for (ConsentEvent event : events) {
            require(!event.at().isBefore(last), "consent events run forward in time");
            last = event.at();
            check(caseRef, latest, grants, event);
        }
    }

    public static ConsentHistory empty(UUID caseRef) {
        return new ConsentHistory(caseRef, List.of());
    }

    public ConsentHistory append(ConsentEvent event) {
        List<ConsentEvent> longer = new ArrayList<>(events);
        longer.add(event);
        return new ConsentHistory(caseRef, longer);
    }

    /** What stands at the instant: events at or before it count, later ones do not exist yet. */
    public ConsentState stateAt(Instant now) {
        ConsentLedger ledger = new ConsentLedger();
        for (ConsentEvent event : events) {
            if (event.at().isAfter(now)) {
                break;
            }
            ledger = event.fold(ledger);
        }
        return ledger.stateAt(now);
    }

    /** The newest version of the consent, if the case has it. */
    public Optional<ConsentRecord> latest(UUID consentId) {
        return versions(consentId).reduce((older, newer) -> newer);
    }

    /** The ids of all grants that any version of the consent has. */
    public Set<UUID> grantsOf(UUID consentId) {
        return versions(consentId)
                .flatMap(consent -> consent.grants().stream())
                .map(Grant::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<ConsentRecord> versions(UUID consentId) {
        return events.stream()
                .filter(event -> event.consentId().equals(consentId))
                .flatMap(event -> event instanceof ConsentEvent.Given given
                        ? Stream.of(given.consent())
                        : Stream.<ConsentRecord>empty());
    }

    private static void check(UUID caseRef, Map<UUID, ConsentRecord> latest, Set<UUID> grants, ConsentEvent event) {
        ConsentRecord known = latest.get(event.consentId());
        if (event instanceof ConsentEvent.Given giving) {
            ConsentRecord consent = giving.consent();
            require(consent.caseRef().equals(caseRef), "a consent belongs to the case of its history");
            require(
                    consent.version() == (known == null ? 1 : known.version() + 1),
                    "consent versions follow each other");
            for (Grant grant : consent.grants()) {
                require(grants.add(grant.id()), "grant ids differ within a case");
            }
            latest.put(consent.id(), consent);
            return;
        }
        require(known != null, "an event names a consent given before");
        if (event instanceof ConsentEvent.Withdrawn withdrawal) {
            require(
                    grants.containsAll(withdrawal.grantIds().orElse(Set.of())),
                    "a withdrawal names grants given before");
        }
    }
}
