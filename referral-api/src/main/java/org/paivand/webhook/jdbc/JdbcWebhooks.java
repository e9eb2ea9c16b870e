package org.paivand.webhook.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.notification.Notification;
import org.paivand.notification.NotificationKind;
import org.paivand.webhook.DeadLetter;
import org.paivand.webhook.Delivery;
import org.paivand.webhook.Webhook;
import org.paivand.webhook.WebhookAddress;
import org.paivand.webhook.WebhookSecret;
import org.paivand.webhook.Webhooks;

/**
 * Rows of {@code webhook} and {@code webhook_delivery}; secrets are sealed with the evidence key. Whoever changes deliveries locks
 * their webhook first, so that nobody waits for one who waits for him.
 */
public final class JdbcWebhooks implements Webhooks {
    private static final String WEBHOOK = "SELECT id, agency, url, kinds, since FROM webhook";
    private static final String LETTER =
            "position, kind, subject, at, attempts, answer FROM webhook_delivery WHERE webhook = ?";

    private final Statements statements;
    private final EvidenceVault vault;

    public JdbcWebhooks(Transaction transaction, EvidenceVault vault) {
        this.statements = new Statements(transaction);
        this.vault = vault;
    }

    @Override
    public void add(Webhook webhook, WebhookSecret secret) throws SQLException {
        int unusedOne = statements.change(
                "INSERT INTO webhook (id, agency, url, kinds, sealed_secret, since, position, failures, retry_at,"
                        + " claimed_until) SELECT ?, ?, ?, ?, ?, ?, position, 0, ?, ? FROM notification_head",
                webhook.id().toString(),
                webhook.agency().value(),
                webhook.address().uri().toString(),
                webhook.kinds().stream().sorted().map(NotificationKind::code).collect(Collectors.joining(",")),
                vault.seal(EvidenceKind.WEBHOOK_SECRET, webhook.id(), secret.bytes()),
                Times.column(webhook.since()),
                Times.column(webhook.since()),
                Times.column(webhook.since()));
    }

    @Override
    public List<Webhook> of(AgencyId agency) throws SQLException {
        return statements.select(
                WEBHOOK + " WHERE agency = ? ORDER BY since, id", JdbcWebhooks::webhook, agency.value());
    }

    @Override
    public WebhookSecret secret(UUID webhook) throws SQLException {
        return statements
                .select(
                        "SELECT sealed_secret FROM webhook WHERE id = ?",
                        row -> secret(webhook, row.getBytes(1)),
                        webhook.toString())
                .get(0);
    }

    @Override
    public boolean remove(AgencyId agency, UUID id) throws SQLException {
        boolean known = lock("id = ? AND agency = ?", id.toString(), agency.value());
        if (known) {
            int unusedWaiting = statements.change("DELETE FROM webhook_delivery WHERE webhook = ?", id.toString());
            int unusedOne = statements.change("DELETE FROM webhook WHERE id = ?", id.toString());
        }
        return known;
    }

    @Override
    public boolean spread(Instant now, int limit) throws SQLException {
        long head = statements
                .select("SELECT position FROM notification_head", row -> row.getLong(1))
                .get(0);
        List<String> behind = statements.select(
                "SELECT id FROM webhook WHERE position < ? ORDER BY position LIMIT ?",
                row -> row.getString(1),
                head,
                limit);
        if (!behind.isEmpty()) {
            spread(behind, head);
            int unusedOld = statements.change(
                    "DELETE FROM webhook_delivery WHERE dead AND at < ? - INTERVAL 30 DAY LIMIT 10000",
                    Times.column(now));
        }
        return behind.size() == limit;
    }

    private void spread(List<String> ids, long head) throws SQLException {
        String these = "id IN (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
        boolean unusedStillThere = lock(these + " ORDER BY id", ids.toArray());
        int unusedSpread = statements.change(
                "INSERT INTO webhook_delivery (webhook, position, kind, subject, at, attempts, dead)"
                        + " SELECT w.id, n.position, n.kind, n.subject, n.at, 0, FALSE FROM webhook w"
                        + " JOIN notification n ON n.agency = w.agency AND n.position > w.position AND n.position <= ?"
                        + " WHERE w." + these + " AND FIND_IN_SET(n.kind, w.kinds)",
                with(head, ids));
        int unusedMoved = statements.change("UPDATE webhook SET position = ? WHERE " + these, with(head, ids));
    }

    private static Object[] with(long head, List<String> ids) {
        return Stream.concat(Stream.of(head), ids.stream()).toArray();
    }

    @Override
    public List<UUID> claim(Instant now, Instant until, int limit) throws SQLException {
        LocalDateTime at = Times.column(now);
        List<UUID> due = statements.select(
                "SELECT w.id FROM webhook w WHERE w.retry_at <= ? AND w.claimed_until <= ? AND EXISTS"
                        + " (SELECT 1 FROM webhook_delivery d WHERE d.webhook = w.id AND NOT d.dead)"
                        + " ORDER BY w.retry_at, w.id LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> UUID.fromString(row.getString(1)),
                at,
                at,
                limit);
        for (UUID id : due) {
            int unusedOne = statements.change(
                    "UPDATE webhook SET claimed_until = ? WHERE id = ?", Times.column(until), id.toString());
        }
        return due;
    }

    @Override
    public Optional<Sealed> next(UUID webhook) throws SQLException {
        List<DeadLetter> waiting = letters(webhook, false, 0, 1);
        List<Sealed> next = waiting.isEmpty()
                ? List.of()
                : statements.select(
                        "SELECT id, agency, url, kinds, since, sealed_secret FROM webhook WHERE id = ?",
                        row -> new Sealed(
                                new Delivery(
                                        webhook(row),
                                        waiting.get(0).notification(),
                                        waiting.get(0).attempts()),
                                secret(webhook, row.getBytes(6))),
                        webhook.toString());
        return next.stream().findFirst();
    }

    @Override
    public void delivered(Delivery delivery, Instant now) throws SQLException {
        String webhook = delivery.webhook().id().toString();
        boolean unusedKnown = lock("id = ?", webhook);
        int unusedDone = statements.change(
                "DELETE FROM webhook_delivery WHERE webhook = ? AND position = ?",
                webhook,
                delivery.notification().position());
        int unusedWell = statements.change(
                "UPDATE webhook SET failures = 0, retry_at = ? WHERE id = ?", Times.column(now), webhook);
    }

    @Override
    public void failed(Delivery delivery, String answer, Instant retryAt, boolean giveUp) throws SQLException {
        String webhook = delivery.webhook().id().toString();
        boolean unusedKnown = lock("id = ?", webhook);
        int unusedTried = statements.change(
                "UPDATE webhook_delivery SET attempts = attempts + 1, answer = ? WHERE webhook = ? AND position = ?",
                answer,
                webhook,
                delivery.notification().position());
        int unusedLater = statements.change(
                "UPDATE webhook SET failures = failures + 1, retry_at = ? WHERE id = ?",
                Times.column(retryAt),
                webhook);
        if (giveUp) {
            int unusedDead = statements.change(
                    "UPDATE webhook_delivery SET dead = TRUE, answer = COALESCE(answer, ?) WHERE webhook = ?",
                    answer,
                    webhook);
        }
    }

    @Override
    public int failures(UUID webhook) throws SQLException {
        return statements
                .select("SELECT failures FROM webhook WHERE id = ?", row -> row.getInt(1), webhook.toString())
                .stream()
                .findFirst()
                .orElse(0);
    }

    @Override
    public void release(UUID webhook) throws SQLException {
        int unusedFree = statements.change("UPDATE webhook SET claimed_until = since WHERE id = ?", webhook.toString());
    }

    @Override
    public List<DeadLetter> dead(UUID webhook, long after, int limit) throws SQLException {
        return letters(webhook, true, after, limit);
    }

    @Override
    public int revive(UUID webhook, Instant now) throws SQLException {
        boolean unusedKnown = lock("id = ?", webhook.toString());
        int revived = statements.change(
                "UPDATE webhook_delivery SET dead = FALSE, attempts = 0, answer = NULL WHERE webhook = ? AND dead",
                webhook.toString());
        int unusedAtOnce = statements.change(
                "UPDATE webhook SET failures = 0, retry_at = ? WHERE id = ?", Times.column(now), webhook.toString());
        return revived;
    }

    private List<DeadLetter> letters(UUID webhook, boolean dead, long after, int limit) throws SQLException {
        return statements.select(
                "SELECT " + LETTER + " AND dead = ? AND position > ? ORDER BY position LIMIT ?",
                row -> new DeadLetter(
                        new Notification(
                                row.getLong(1),
                                Coded.of(NotificationKind.class, row.getString(2)),
                                UUID.fromString(row.getString(3)),
                                Times.instant(row.getObject(4, LocalDateTime.class))),
                        row.getInt(5),
                        Optional.ofNullable(row.getString(6)).orElse("unreachable")),
                webhook.toString(),
                dead,
                after,
                limit);
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        Set<NotificationKind> kinds = Arrays.stream(row.getString(4).split(",", -1))
                .map(code -> Coded.of(NotificationKind.class, code))
                .collect(Collectors.toSet());
        return new Webhook(
                UUID.fromString(row.getString(1)),
                new AgencyId(row.getString(2)),
                WebhookAddress.of(row.getString(3), true),
                kinds,
                Times.instant(row.getObject(5, LocalDateTime.class)));
    }

    private WebhookSecret secret(UUID webhook, byte[] sealed) {
        try {
            return new WebhookSecret(vault.open(EvidenceKind.WEBHOOK_SECRET, webhook, sealed));
        } catch (BrokenSealException altered) {
            throw new IllegalStateException("a webhook's secret is not as it was sealed", altered);
        }
    }

    /** Whether there are such. */
    private boolean lock(String which, Object... values) throws SQLException {
        return !statements
                .select("SELECT 1 FROM webhook WHERE " + which + " FOR UPDATE", row -> row.getInt(1), values)
                .isEmpty();
    }
}
