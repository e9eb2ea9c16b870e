package org.paivand.reporting;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/** Tells whoever the registry's duty names, and nobody else: a caller can't choose the recipient, nor claim a duty. */
public final class ReportingDesk {
    /** How long what was told is kept. */
    public static final Period KEPT = Period.ofYears(1);

    private static final int OLDEST_MONTHS = 12;

    private final Database database;
    private final Once once;
    private final Function<Transaction, StatutoryNotifications> told;
    private final Function<Transaction, Notifications> notifications;
    private final Directories directories;
    private final Journal journal;
    private final LogState log;
    private final InstantSource clock;

    public ReportingDesk(
            Database database,
            Function<Transaction, StatutoryNotifications> told,
            Function<Transaction, Notifications> notifications,
            Directories directories,
            Journal journal,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.told = told;
        this.notifications = notifications;
        this.directories = directories;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Tells the agency that the caller's duty names, once for each key; an entry in the same transaction.
     *
     * @throws ProblemException {@code no-duty} unless the registry has the caller's agency tell an active one on that trigger;
     *     {@code invalid-request} for an adult where the trigger is a child, a month to come or more than a year back, or a region
     *     abroad
     */
    public StatutoryNotification tell(Caller caller, UUID exchange, IdempotencyKey key, Tidings tidings)
            throws LogNotWritableException {
        log.requireWritable();
        Agency from = directories.current().agency(caller.agency()).orElseThrow();
        Agency to = recipient(from, tidings);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        requireSense(from, tidings, now);
        return once.commit(
                key,
                now,
                (transaction, id) -> {
                    StatutoryNotification made = new StatutoryNotification(
                            id, from.id(), to.id(), tidings, LocalDate.ofInstant(now, ZoneOffset.UTC));
                    told.apply(transaction).add(made);
                    notifications
                            .apply(transaction)
                            .add(to.id(), NotificationKind.STATUTORY_NOTIFICATION_RECEIVED, id, now);
                    write(transaction, caller, exchange, now, to, made);
                    return made;
                },
                this::read);
    }

    private StatutoryNotification read(Transaction transaction, UUID id) throws SQLException {
        return told.apply(transaction).find(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Agency recipient(Agency from, Tidings tidings) {
        return from.reportingDuty()
                .filter(duty -> duty.trigger() == tidings.trigger())
                .flatMap(duty -> directories.current().agency(duty.to()))
                .filter(Agency::isActive)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_DUTY));
    }

    private static void requireSense(Agency from, Tidings tidings, Instant now) {
        if (!tidings.agrees()) {
            throw ProblemException.invalid("/ageGroup", "contradiction");
        }
        YearMonth present = YearMonth.from(now.atZone(ZoneOffset.UTC));
        YearMonth somewhere = YearMonth.from(now.atZone(ZoneOffset.MAX));
        if (tidings.month().isAfter(somewhere) || tidings.month().isBefore(present.minusMonths(OLDEST_MONTHS))) {
            throw ProblemException.invalid("/month", "out-of-range");
        }
        if (tidings.region()
                .filter(region -> !region.country().equals(from.jurisdiction().code()))
                .isPresent()) {
            throw ProblemException.invalid("/region", "not-in-list");
        }
    }

    /** Without the case: the log must not join what the notification was made not to join. */
    private void write(
            Transaction transaction, Caller caller, UUID exchange, Instant now, Agency to, StatutoryNotification made) {
        journal.write(
                transaction,
                new StatutoryNotified(
                        Actors.head(
                                exchange,
                                now,
                                Optional.empty(),
                                Actors.actor(caller, Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION)),
                        new Counterpart(to.id(), to.jurisdiction(), Optional.empty(), Optional.empty()),
                        made.id(),
                        made.tidings().trigger().code()),
                caller.user(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the caller's agency was told. */
    public List<StatutoryNotification> list(Caller caller, Optional<Cursor> after, int limit) {
        return database.commit(transaction -> told.apply(transaction).to(caller.agency(), after, limit));
    }

    /** Deletes what is older than {@link #KEPT}. */
    public void forget() {
        LocalDate before = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(KEPT);
        boolean unusedDone = database.<Boolean, RuntimeException>commit(transaction -> {
            told.apply(transaction).forget(before);
            return true;
        });
    }
}
