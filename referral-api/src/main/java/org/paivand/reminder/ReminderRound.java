package org.paivand.reminder;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.policy.Policy;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.reminder.Reminders.Due;

/**
 * Reminds controllers of what is due in their cases, and nobody else. What it tells next follows from the tables, so that each thing
 * is told once, and of several that came due in a pause a case is told of one.
 */
public final class ReminderRound {
    private static final System.Logger LOG = System.getLogger(ReminderRound.class.getName());
    private static final String LEASE = "reminders";
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int AT_ONCE = 50;

    private final Database database;
    private final Function<Transaction, Reminders> reminders;
    private final Function<Transaction, Notifications> notifications;
    private final BiFunction<Transaction, Instant, Policy> policies;
    private final Endings endings;
    private final Reminding reminding;
    private final Turn turn;
    private final InstantSource clock;

    /** When the permits of a case end, of those that end within that time. */
    @FunctionalInterface
    public interface Endings {
        List<Instant> of(Transaction transaction, CaseId caseId, Duration within) throws CaseKeyException, SQLException;
    }

    public ReminderRound(
            Database database,
            Function<Transaction, Reminders> reminders,
            Function<Transaction, Notifications> notifications,
            BiFunction<Transaction, Instant, Policy> policies,
            Endings endings,
            Reminding reminding,
            Leases leases,
            InstantSource clock) {
        this.database = database;
        this.reminders = reminders;
        this.notifications = notifications;
        this.policies = policies;
        this.endings = endings;
        this.reminding = reminding;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.clock = clock;
    }

    /** What some of the work came to. */
    @FunctionalInterface
    private interface Work {
        int on(Transaction transaction, Instant now) throws SQLException;
    }

    /** Returns whether it was this instance that reminded. */
    public boolean make() {
        return turn.take(this::remind).isPresent();
    }

    /** Returns how many cases were looked at for their consents. */
    private int remind(Turn.Held held) {
        all(held, this::followUps);
        all(held, this::reflections);
        Optional<CaseId> last = Optional.empty();
        int looked = 0;
        List<Due> page = page(held, last);
        while (!page.isEmpty()) {
            looked += page.size();
            last = Optional.of(page.get(page.size() - 1).caseId());
            page = page(held, last);
        }
        return looked;
    }

    private void all(Turn.Held held, Work work) {
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = once(held, work);
        }
    }

    private int once(Turn.Held held, Work work) {
        return database.<Integer, RuntimeException>commit(
                transaction -> held.confirm(transaction) ? work.on(transaction, clock.instant()) : 0);
    }

    private int followUps(Transaction transaction, Instant now) throws SQLException {
        return tell(
                transaction, reminders.apply(transaction).followUps(now, AT_ONCE), NotificationKind.FOLLOW_UP_DUE, now);
    }

    /** What is over already is told to nobody: it was missed in a pause, and nothing ends any more. */
    private int reflections(Transaction transaction, Instant now) throws SQLException {
        Instant opened = now.minus(policies.apply(transaction, now).reflection().length());
        List<Due> due = reminders
                .apply(transaction)
                .reflections(opened, opened.plus(reminding.beforeReflectionEnds()), now, AT_ONCE);
        return tell(transaction, due, NotificationKind.REFLECTION_ENDING, now);
    }

    private List<Due> page(Turn.Held held, Optional<CaseId> after) {
        return database.<List<Due>, RuntimeException>commit(transaction -> {
            if (!held.confirm(transaction)) {
                return List.of();
            }
            Instant now = clock.instant();
            List<Due> cases = reminders.apply(transaction).cases(after, AT_ONCE);
            for (Due one : cases) {
                consents(transaction, one, now);
            }
            return cases;
        });
    }

    /** A case that can't be opened keeps the others from nothing. */
    private void consents(Transaction transaction, Due one, Instant now) throws SQLException {
        try {
            List<Instant> ends = endings.of(transaction, one.caseId(), reminding.beforeConsentEnds());
            if (reminders.apply(transaction).consents(one.caseId(), ends, now)) {
                int unusedTold = tell(transaction, List.of(one), NotificationKind.CONSENT_ENDING, now);
            }
        } catch (CaseKeyException unusable) {
            LOG.log(
                    Level.WARNING,
                    "a case could not be looked at: {0}",
                    unusable.getClass().getSimpleName());
        }
    }

    private int tell(Transaction transaction, List<Due> due, NotificationKind kind, Instant now) throws SQLException {
        for (Due one : due) {
            notifications
                    .apply(transaction)
                    .add(one.controller(), kind, one.caseId().value(), now);
        }
        return due.size();
    }
}
