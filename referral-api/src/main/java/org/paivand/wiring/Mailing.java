package org.paivand.wiring;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Rounds;
import org.paivand.mail.Letters;
import org.paivand.mail.MailDesk;
import org.paivand.mail.MailRound;
import org.paivand.mail.Subscriptions;
import org.paivand.mail.jdbc.JdbcSubscriptions;
import org.paivand.mail.smtp.SmtpMailSender;

/** What sends mails, if there is a relay to send them by. */
final class Mailing implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final MailDesk desk;

    private final Optional<Rounds> rounds;

    /** Not started yet. */
    Mailing(Settings.Mail settings, Database database, LogEnd logEnd, Sealing sealing, Clock clock) {
        Function<Transaction, Subscriptions> subscriptions =
                transaction -> new JdbcSubscriptions(transaction, sealing.evidence);
        this.desk = new MailDesk(database, subscriptions, settings.relay().isPresent(), sealing.random, clock);
        this.rounds = settings.relay()
                .map(relay -> new MailRound(
                        logEnd.database,
                        subscriptions,
                        logEnd.leases,
                        new SmtpMailSender(relay, PATIENCE, clock),
                        new Letters(settings.site()),
                        settings.quiet(),
                        clock))
                .map(round -> new Rounds("mails", settings.every(), round::make));
    }

    void start() {
        rounds.ifPresent(Rounds::start);
    }

    @Override
    public void close() {
        rounds.ifPresent(Rounds::close);
    }
}
