package org.paivand.emergency;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.release.Ask;
import org.paivand.release.Matter;
import org.paivand.release.Policies;

/** Somebody reads again, or for the first time, what an emergency opened: the officer, or the recipient's named worker. */
final class EmergencyPull implements Matter {
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Alerts> alerts;
    private final Policies policies;
    private final Caller caller;
    private final UUID id;

    EmergencyPull(
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Alerts> alerts,
            Policies policies,
            Caller caller,
            UUID id) {
        this.emergencies = emergencies;
        this.alerts = alerts;
        this.policies = policies;
        this.caller = caller;
        this.id = id;
    }

    @Override
    public Optional<CaseId> concerns(Transaction transaction) {
        return mine(transaction).map(Emergency::caseId);
    }

    @Override
    public Optional<Ask> asked(Transaction transaction, Instant now) {
        return mine(transaction)
                .flatMap(emergency -> emergency
                        .basis()
                        .map(glass -> Ask.emergency(
                                glass,
                                emergency.wanted().purpose(),
                                emergency.wanted().worker(),
                                policies.at(transaction, now)
                                        .policy()
                                        .breakGlass()
                                        .categories())));
    }

    @Override
    public void released(Transaction transaction, Instant now) throws SQLException {
        FirstRelease.note(
                emergencies.apply(transaction),
                alerts.apply(transaction),
                id,
                now,
                Duration.ofHours(
                        policies.at(transaction, now).policy().breakGlass().reviewHours()));
    }

    private Optional<Emergency> mine(Transaction transaction) {
        return emergencies.apply(transaction).find(id).filter(this::isMine);
    }

    private boolean isMine(Emergency emergency) {
        boolean officer = caller.is(Role.EMERGENCY_OFFICER)
                && caller.agency().equals(emergency.agency())
                && caller.user().equals(emergency.officer());
        boolean reader = caller.agency().equals(emergency.wanted().recipient())
                && caller.worker().equals(Optional.of(emergency.wanted().worker()));
        return officer || reader;
    }
}
