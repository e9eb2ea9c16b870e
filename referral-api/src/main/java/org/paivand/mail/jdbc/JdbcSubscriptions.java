package org.paivand.mail.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.database.Statements;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.mail.MailAddress;
import org.paivand.mail.MailKey;
import org.paivand.mail.MailLanguage;
import org.paivand.mail.Standing;
import org.paivand.mail.Subscription;
import org.paivand.mail.Subscriptions;
import org.paivand.notification.NotificationKind;

/**
 * Rows of {@code mail_address}; the address and its key are sealed as one. Rows are found by their ids or by going through all of
 * them, and locked in that order alone, so that nobody waits for one who waits for him.
 */
public final class JdbcSubscriptions implements Subscriptions {
    private static final String ROW =
            "SELECT id, agency, made_by, kinds, language, standing, since, failures, answer, sealed_address FROM mail_address";
    /** Of what is told something; a row without an address counts for its day, and for nothing else. */
    private static final String LIVE = "standing IN ('unconfirmed', 'confirmed') AND sealed_address IS NOT NULL";

    private final Statements statements;
    private final EvidenceVault vault;

    public JdbcSubscriptions(Transaction transaction, EvidenceVault vault) {
        this.statements = new Statements(transaction);
        this.vault = vault;
    }

    @Override
    public void add(Subscription subscription, MailKey key) throws SQLException {
        LocalDateTime since = Times.column(subscription.since());
        int unusedOne = statements.change(
                "INSERT INTO mail_address (id, agency, made_by, sealed_address, kinds, language, standing, since, tries,"
                        + " position, due_at, sending, failures, retry_at, claimed_until)"
                        + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, 0, position, ?, FALSE, 0, ?, ? FROM notification_head",
                subscription.id().toString(),
                subscription.agency().value(),
                subscription.madeBy(),
                sealed(subscription, key),
                codes(subscription.kinds()),
                subscription.language().code(),
                subscription.standing().code(),
                since,
                since,
                since,
                since);
    }

    @Override
    public List<Subscription> of(AgencyId agency) throws SQLException {
        return statements.select(
                ROW + " WHERE agency = ? AND sealed_address IS NOT NULL ORDER BY since, id",
                row -> keyed(row).subscription(),
                agency.value());
    }

    @Override
    public int made(AgencyId agency, Instant since) throws SQLException {
        return statements
                .select(
                        "SELECT COUNT(*) FROM mail_address WHERE agency = ? AND since > ?",
                        row -> row.getInt(1),
                        agency.value(),
                        Times.column(since))
                .get(0);
    }

    @Override
    public Optional<Keyed> find(UUID id) throws SQLException {
        return statements
                .select(ROW + " WHERE id = ? AND sealed_address IS NOT NULL", this::keyed, id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public int tried(UUID id) throws SQLException {
        int unusedOne = statements.change("UPDATE mail_address SET tries = tries + 1 WHERE id = ?", id.toString());
        return statements
                .select("SELECT tries FROM mail_address WHERE id = ?", row -> row.getInt(1), id.toString())
                .get(0);
    }

    @Override
    public void confirm(UUID id) throws SQLException {
        int unusedOne = statements.change(
                "UPDATE mail_address SET standing = 'confirmed', due_at = NULL, sending = FALSE, sent_at = NULL, failures = 0, answer = NULL,"
                        + " position = (SELECT position FROM notification_head) WHERE id = ? AND standing = 'unconfirmed'",
                id.toString());
    }

    @Override
    public void stop(UUID id, Standing standing, Optional<String> answer) throws SQLException {
        int unusedOne = statements.change(
                "UPDATE mail_address SET standing = ?, answer = ?, due_at = NULL, sending = FALSE WHERE id = ? AND "
                        + LIVE,
                standing.code(),
                answer.orElse(null),
                id.toString());
    }

    @Override
    public boolean remove(AgencyId agency, UUID id) throws SQLException {
        return statements.change(
                        "UPDATE mail_address SET sealed_address = NULL, due_at = NULL, sending = FALSE"
                                + " WHERE id = ? AND agency = ? AND sealed_address IS NOT NULL",
                        id.toString(),
                        agency.value())
                == 1;
    }

    @Override
    public void forget(Instant unconfirmed, Instant removed) throws SQLException {
        int unusedOld = statements.change(
                "DELETE FROM mail_address WHERE standing = 'unconfirmed' AND since <= ?"
                        + " OR sealed_address IS NULL AND since <= ?",
                Times.column(unconfirmed),
                Times.column(removed));
    }

    /** That an address was told something, and what it is to be told next. */
    private record News(
            String id,
            boolean urgent,
            @Nullable LocalDateTime dueAt,
            @Nullable LocalDateTime sentAt) {}

    @Override
    public void spread(Instant now, Set<NotificationKind> urgent, Duration quiet, Duration apart) throws SQLException {
        long head = statements
                .select("SELECT position FROM notification_head", row -> row.getLong(1))
                .get(0);
        List<News> news = statements.select(
                "SELECT m.id, MAX(FIND_IN_SET(n.kind, ?) > 0), m.due_at, m.sent_at FROM mail_address m"
                        + " JOIN notification n ON n.agency = m.agency AND n.position > m.position AND n.position <= ?"
                        + " WHERE m.standing = 'confirmed' AND m.sealed_address IS NOT NULL AND m.position < ?"
                        + " AND FIND_IN_SET(n.kind, m.kinds) GROUP BY m.id, m.due_at, m.sent_at ORDER BY m.id",
                row -> new News(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getObject(3, LocalDateTime.class),
                        row.getObject(4, LocalDateTime.class)),
                codes(urgent),
                head,
                head);
        for (News one : news) {
            int unusedOne = statements.change(
                    "UPDATE mail_address SET due_at = ? WHERE id = ?",
                    due(one, Times.column(now), quiet, apart),
                    one.id());
        }
        int unusedMoved = statements.change(
                "UPDATE mail_address SET position = ? WHERE standing = 'confirmed' AND position < ?", head, head);
    }

    private static LocalDateTime due(News news, LocalDateTime now, Duration quiet, Duration apart) {
        LocalDateTime wanted = news.urgent() ? now : now.plus(quiet);
        LocalDateTime soonest =
                news.sentAt() == null ? wanted : later(wanted, news.sentAt().plus(apart));
        return news.dueAt() == null || news.dueAt().isAfter(soonest) ? soonest : news.dueAt();
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public Optional<Keyed> claim(Instant now, Instant until) throws SQLException {
        LocalDateTime at = Times.column(now);
        List<Keyed> due = statements.select(
                ROW + " WHERE " + LIVE + " AND (sending OR due_at <= ?) AND retry_at <= ? AND claimed_until <= ?"
                        + " ORDER BY retry_at, id LIMIT 1 FOR UPDATE SKIP LOCKED",
                this::keyed,
                at,
                at,
                at);
        for (Keyed keyed : due) {
            // What came by now is told by this mail.
            int unusedOne = statements.change(
                    "UPDATE mail_address SET claimed_until = ?, sending = TRUE, due_at = NULL WHERE id = ?",
                    Times.column(until),
                    keyed.subscription().id().toString());
        }
        return due.stream().findFirst();
    }

    @Override
    public void sent(UUID id, Instant now) throws SQLException {
        int unusedOne = statements.change(
                "UPDATE mail_address SET sending = FALSE, sent_at = ?, failures = 0, answer = NULL, claimed_until = since"
                        + " WHERE id = ?",
                Times.column(now),
                id.toString());
    }

    @Override
    public void deferred(UUID id, String answer, Instant retryAt) throws SQLException {
        int unusedOne = statements.change(
                "UPDATE mail_address SET failures = failures + 1, answer = ?, retry_at = ?, claimed_until = since WHERE id = ?",
                answer,
                Times.column(retryAt),
                id.toString());
    }

    @Override
    public void release(UUID id) throws SQLException {
        int unusedOne = statements.change("UPDATE mail_address SET claimed_until = since WHERE id = ?", id.toString());
    }

    private static String codes(Collection<NotificationKind> kinds) {
        return kinds.stream().sorted().map(NotificationKind::code).collect(Collectors.joining(","));
    }

    private byte[] sealed(Subscription subscription, MailKey key) {
        byte[] address = subscription.address().value().getBytes(StandardCharsets.US_ASCII);
        byte[] plain = ByteBuffer.allocate(MailKey.BYTES + address.length)
                .put(key.bytes())
                .put(address)
                .array();
        return vault.seal(EvidenceKind.MAIL_ADDRESS, subscription.id(), plain);
    }

    private Keyed keyed(ResultSet row) throws SQLException {
        UUID id = UUID.fromString(row.getString(1));
        byte[] plain = open(id, row.getBytes(10));
        Subscription subscription = new Subscription(
                id,
                new AgencyId(row.getString(2)),
                row.getString(3),
                new MailAddress(
                        new String(plain, MailKey.BYTES, plain.length - MailKey.BYTES, StandardCharsets.US_ASCII)),
                Arrays.stream(row.getString(4).split(",", -1))
                        .map(code -> Coded.of(NotificationKind.class, code))
                        .collect(Collectors.toSet()),
                Coded.of(MailLanguage.class, row.getString(5)),
                Coded.of(Standing.class, row.getString(6)),
                Times.instant(row.getObject(7, LocalDateTime.class)),
                row.getInt(8),
                Optional.ofNullable(row.getString(9)));
        return new Keyed(subscription, new MailKey(Arrays.copyOf(plain, MailKey.BYTES)));
    }

    private byte[] open(UUID id, byte[] sealed) {
        try {
            return vault.open(EvidenceKind.MAIL_ADDRESS, id, sealed);
        } catch (BrokenSealException altered) {
            throw new IllegalStateException("a mail address is not as it was sealed", altered);
        }
    }
}
