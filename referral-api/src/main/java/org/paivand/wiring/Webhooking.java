package org.paivand.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Rounds;
import org.paivand.webhook.WebhookDesk;
import org.paivand.webhook.WebhookPolicy;
import org.paivand.webhook.WebhookRound;
import org.paivand.webhook.Webhooks;
import org.paivand.webhook.http.HttpWebhookSender;
import org.paivand.webhook.jdbc.JdbcWebhooks;

/** What sends notifications to agencies' systems. */
final class Webhooking implements AutoCloseable {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final WebhookDesk desk;
    final WebhookPolicy policy;

    private final HttpWebhookSender sender;
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, daemons("paivand-webhooks"));
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(daemons("paivand-webhooks-clock"));
    private final Rounds rounds;

    /** Not started yet. */
    Webhooking(Settings settings, Database database, LogEnd logEnd, Sealing sealing, Clock clock) {
        Function<Transaction, Webhooks> webhooks = transaction -> new JdbcWebhooks(transaction, sealing.evidence);
        this.policy = new WebhookPolicy(settings.webhooks().loopback());
        this.desk = new WebhookDesk(database, webhooks, sealing.random, clock);
        this.sender = new HttpWebhookSender(policy.loopback(), PATIENCE, clockwork);
        WebhookRound round = new WebhookRound(
                logEnd.database,
                webhooks,
                logEnd.leases,
                sender,
                "urn:paivand:" + settings.operator().value(),
                senders,
                AT_ONCE,
                clock);
        this.rounds = new Rounds("webhooks", settings.webhooks().every(), round::make);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start() {
        rounds.start();
    }

    @Override
    public void close() {
        rounds.close();
        senders.shutdownNow();
        clockwork.shutdownNow();
        try {
            sender.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
