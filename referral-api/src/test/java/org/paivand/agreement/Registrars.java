package org.paivand.agreement;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.agreement.jpa.JpaConfirmedAgreements;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.jpa.JpaApprovals;
import org.paivand.audit.TestLog;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.entry.Entries;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.LogStatus;
import org.paivand.entry.SearchColumns;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.journal.Journal;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;

/** Registrars at their desks, on the test's MariaDB and its log; the log breaks or falls behind when told to. */
final class Registrars implements Entries, LogState, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Caller ANORA = registrar("u-anora");
    static final Caller BAHROM = registrar("u-bahrom");

    final TestLog log = new TestLog();
    final Directory directory = SampleDirectory.load();
    final AgreementStore store = new AgreementStore(() -> directory, JpaConfirmedAgreements::new);
    final ApprovalDesk approvals;
    final AgreementDesk agreements;
    final List<DisclosureEvent> events = Collections.synchronizedList(new ArrayList<>());
    volatile boolean broken;
    volatile boolean behind;

    Registrars(CaseTokens tokens) throws Exception {
        log.execute("TRUNCATE paivand.approval; TRUNCATE paivand.agreement; TRUNCATE paivand.idempotency");
        InstantSource clock = InstantSource.fixed(NOW);
        approvals = new ApprovalDesk(
                log.database,
                JpaApprovals::new,
                List.of(new AgreementChange(store)),
                new Journal(this, tokens, new SecureRandom()),
                this,
                clock);
        agreements = new AgreementDesk(log.database, store, approvals, this, clock);
    }

    static Caller registrar(String user, Role... more) {
        EnumSet<Role> roles = EnumSet.of(Role.REGISTRAR, more);
        return caller(user, roles);
    }

    static Caller caller(String user, EnumSet<Role> roles) {
        return new Caller(new AgencyId("tj-commission"), user, roles, "console", "token-1", Optional.empty());
    }

    static IdempotencyKey key(Caller caller, String value) {
        return IdempotencyKey.of(caller.user(), value, "POST", "agreements", new byte[0]);
    }

    Approval propose(Caller caller, Agreement agreement) throws LogNotWritableException {
        return propose(caller, UUID.randomUUID().toString(), agreement);
    }

    /** The version of the agreement given doesn't count. */
    Approval propose(Caller caller, String key, Agreement agreement) throws LogNotWritableException {
        return agreements.propose(
                caller,
                UUID.randomUUID(),
                key(caller, key),
                agreement.id(),
                version -> new Agreement(
                        agreement.id(),
                        version,
                        agreement.parties(),
                        agreement.purposes(),
                        agreement.categories(),
                        agreement.validFrom(),
                        agreement.validUntil(),
                        agreement.onwardAllowed(),
                        agreement.retentionDays(),
                        agreement.lawReference(),
                        agreement.terms()));
    }

    List<Agreement> all() {
        return log.database.commit(store::all);
    }

    @Override
    public Entry append(
            Transaction transaction, Opening opening, SearchColumns columns, Optional<byte[]> decisionInput) {
        Entry entry = log.entries.append(transaction, opening, columns, decisionInput);
        try {
            events.add(EventJson.parse(opening.event()));
        } catch (InvalidDocumentException unreadable) {
            throw new AssertionError(unreadable);
        }
        if (broken) {
            throw new IllegalStateException("the log breaks after its rows were written");
        }
        return entry;
    }

    @Override
    public void requireReview(Transaction transaction, UUID disclosure, Instant due) {
        throw new UnsupportedOperationException("nothing is disclosed here");
    }

    @Override
    public void reviewed(Transaction transaction, UUID disclosure, UUID review) {
        throw new UnsupportedOperationException("nothing is disclosed here");
    }

    @Override
    public LogStatus status() {
        throw new UnsupportedOperationException("nobody asks");
    }

    @Override
    public void requireWritable() throws LogNotWritableException {
        if (behind) {
            throw new LogNotWritableException(LogNotWritableException.Reason.BEHIND);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
