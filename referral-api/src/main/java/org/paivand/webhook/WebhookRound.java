package org.paivand.webhook;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.lease.Leases;
import org.paivand.lease.Turn;

/**
 * Sends what webhooks are due. Each webhook has one sender at a time and its own order, so that one that is slow or dead costs the
 * others nothing; an instance that dies while sending is followed by another after the claim's end, and the receiver may get the
 * same id twice.
 */
public final class WebhookRound {
    private static final System.Logger LOG = System.getLogger(WebhookRound.class.getName());
    private static final String LEASE = "webhooks";
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration CLAIM = Duration.ofMinutes(5);
    /** Webhooks in one transaction, and transactions in one turn. */
    private static final int SPREAD_TO = 200;

    private static final int SPREADS = 100;
    /** In one go, so that one with a long backlog gives its thread back. */
    private static final int IN_ONE_GO = 20;

    /** How long to wait after so many failures in a row; with the last one what waits is given up. */
    static final List<Duration> BACK_OFF = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final Database database;
    private final Function<Transaction, Webhooks> webhooks;
    private final Turn turn;
    private final WebhookSender sender;
    private final String source;
    private final ExecutorService senders;
    private final Semaphore free;
    private final InstantSource clock;

    /**
     * @param source of the events: a URI of this node
     * @param atOnce how many webhooks are sent to at the same time
     */
    public WebhookRound(
            Database database,
            Function<Transaction, Webhooks> webhooks,
            Leases leases,
            WebhookSender sender,
            String source,
            ExecutorService senders,
            int atOnce,
            InstantSource clock) {
        this.database = database;
        this.webhooks = webhooks;
        this.turn = new Turn(leases, LEASE, LONGEST);
        this.sender = sender;
        this.source = source;
        this.senders = senders;
        this.free = new Semaphore(atOnce);
        this.clock = clock;
    }

    /** Begins to send; doesn't wait until it is sent. */
    public void make() {
        Optional<Boolean> unusedSpread = turn.take(this::spread);
        int places = free.drainPermits();
        List<UUID> claimed = places == 0 ? List.of() : claim(places);
        free.release(places - claimed.size());
        for (UUID webhook : claimed) {
            senders.execute(() -> {
                try {
                    send(webhook);
                } finally {
                    free.release();
                }
            });
        }
    }

    /** Returns whether somebody was still behind when the turn ended. */
    private boolean spread(Turn.Held held) {
        boolean more = true;
        for (int i = 0; i < SPREADS && more; i++) {
            more = database.commit(transaction ->
                    held.confirm(transaction) && webhooks.apply(transaction).spread(clock.instant(), SPREAD_TO));
        }
        return more;
    }

    private List<UUID> claim(int places) {
        Instant now = clock.instant();
        return database.commit(transaction -> webhooks.apply(transaction).claim(now, now.plus(CLAIM), places));
    }

    private void send(UUID webhook) {
        try {
            boolean goesOn = true;
            for (int i = 0; i < IN_ONE_GO && goesOn; i++) {
                Optional<Webhooks.Sealed> next = database.commit(
                        transaction -> webhooks.apply(transaction).next(webhook));
                goesOn = next.isPresent() && send(next.get());
            }
            boolean unusedFree = database.commit(transaction -> {
                webhooks.apply(transaction).release(webhook);
                return true;
            });
        } catch (RuntimeException unavailable) {
            // The claim ends by itself.
            LOG.log(
                    Level.WARNING,
                    "a webhook could not be served: {0}",
                    unavailable.getClass().getSimpleName());
        }
    }

    /** Returns whether it was taken. */
    private boolean send(Webhooks.Sealed sealed) {
        Delivery delivery = sealed.delivery();
        String answer = answer(delivery, sealed.secret());
        boolean taken = answer.matches("2[0-9]{2}");
        return database.commit(transaction -> {
            Webhooks bound = webhooks.apply(transaction);
            Instant now = clock.instant();
            if (taken) {
                bound.delivered(delivery, now);
            } else {
                int failures = Math.min(bound.failures(delivery.webhook().id()) + 1, BACK_OFF.size());
                bound.failed(delivery, answer, now.plus(BACK_OFF.get(failures - 1)), failures == BACK_OFF.size());
            }
            return taken;
        });
    }

    private String answer(Delivery delivery, WebhookSecret secret) {
        Instant at = clock.instant();
        String body = delivery.body(source);
        try {
            return Integer.toString(sender.send(
                    delivery.webhook().address(), delivery.id(), at, secret.sign(delivery.id(), at, body), body));
        } catch (WebhookSender.ForbiddenAddressException forbidden) {
            return "refused";
        } catch (IOException unreachable) {
            return "unreachable";
        }
    }
}
