package org.paivand.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.release.Ask;
import org.paivand.release.Matter;
import org.paivand.release.Policies;

/** An officer breaks the glass alone: what goes out, the emergency and its alerts commit together, or none of it. */
final class BreakGlassMatter implements Matter {
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Alerts> alerts;
    private final Policies policies;
    private final KnownCase known;
    private final Asking asking;
    private Optional<Emergency> opened = Optional.empty();

    BreakGlassMatter(
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Alerts> alerts,
            Policies policies,
            KnownCase known,
            Asking asking) {
        this.emergencies = emergencies;
        this.alerts = alerts;
        this.policies = policies;
        this.known = known;
        this.asking = asking;
    }

    @Override
    public Optional<CaseId> concerns(Transaction transaction) {
        return known.find(transaction, asking);
    }

    @Override
    public Optional<Ask> asked(Transaction transaction, Instant now) {
        Optional<CaseId> caseId = concerns(transaction);
        if (caseId.isEmpty()) {
            return Optional.empty();
        }
        Emergencies bound = emergencies.apply(transaction);
        bound.lock(asking.caller().agency());
        Optional<Emergency> made = bound.find(asking.id());
        Emergency emergency = made.orElseGet(() -> asking.of(caseId.get(), now)
                .alone(bound.awaitsReview(asking.caller().agency()), now));
        opened = made.isPresent() ? Optional.empty() : Optional.of(emergency);
        return emergency
                .basis()
                .map(glass -> Ask.emergency(
                        glass,
                        emergency.wanted().purpose(),
                        emergency.wanted().worker(),
                        policies.at(transaction, now).policy().breakGlass().categories()));
    }

    @Override
    public void released(Transaction transaction, Instant now) throws SQLException {
        Emergencies bound = emergencies.apply(transaction);
        opened.ifPresent(emergency -> {
            bound.add(emergency, asking.words());
            emergency
                    .opened()
                    .ifPresent(how -> alerts.apply(transaction).raise(Alert.Kind.of(how), emergency.id(), now));
        });
        FirstRelease.note(
                bound,
                alerts.apply(transaction),
                asking.id(),
                now,
                Duration.ofHours(
                        policies.at(transaction, now).policy().breakGlass().reviewHours()));
    }
}
