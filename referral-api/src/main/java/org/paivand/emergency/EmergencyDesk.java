package org.paivand.emergency;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.Policies;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;

/** What an emergency officer may do. Whoever is refused leaves an entry. */
public final class EmergencyDesk {
    private final Database database;
    private final Once once;
    private final KnownCase known;
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Alerts> alerts;
    private final Policies policies;
    private final Releases releases;
    private final Strangers strangers;
    private final ApprovalDesk approvals;
    private final LogState log;
    private final InstantSource clock;

    public EmergencyDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Alerts> alerts,
            Policies policies,
            Releases releases,
            Strangers strangers,
            ApprovalDesk approvals,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.known = new KnownCase(cases, referrals);
        this.emergencies = emergencies;
        this.alerts = alerts;
        this.policies = policies;
        this.releases = releases;
        this.strangers = strangers;
        this.approvals = approvals;
        this.log = log;
        this.clock = clock;
    }

    /** What an emergency released at once. */
    public record Broken(UUID emergency, LoggedDisclosure disclosure) {}

    /**
     * Breaks the glass alone and releases the policy's minimum set.
     *
     * @throws ProblemException {@code forbidden} without the role; {@code second-person-required} while an earlier use by the
     *     agency waits for its review; {@code release-refused}; {@code not-found}: all entries by then
     */
    public Broken breakGlass(
            Caller caller, UUID exchange, IdempotencyKey key, UUID reference, Emergency.Wanted wanted, Words words)
            throws CaseKeyException, LogNotWritableException {
        requireOfficer(caller, exchange);
        strangers.requireAdmitted(caller);
        UUID id = once.commit(key, clock.instant(), (transaction, first) -> first, (transaction, first) -> first);
        Asking asking = new Asking(id, caller, reference, wanted, words);
        try {
            return new Broken(id, releases.disclose(caller, exchange, matter(asking)));
        } catch (DuplicateKeyException overtaken) {
            // The same request came twice at once; the other one has committed by now.
            return new Broken(id, releases.disclose(caller, exchange, matter(asking)));
        }
    }

    private BreakGlassMatter matter(Asking asking) {
        return new BreakGlassMatter(emergencies, alerts, policies, known, asking);
    }

    /** Asks for it by two people: nothing is released until somebody else confirms, and it lives from then on. */
    public Emergency ask(
            Caller caller, UUID exchange, IdempotencyKey key, UUID reference, Emergency.Wanted wanted, Words words)
            throws LogNotWritableException {
        requireOfficer(caller, exchange);
        log.requireWritable();
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    Asking asking = new Asking(id, caller, reference, wanted, words);
                    CaseId caseId = known.find(transaction, asking)
                            .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
                    Emergency asked = asking.of(caseId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    emergencies.apply(transaction).add(asked, words);
                    String subject = new BreakGlassChange.Subject(id, caller.agency()).text();
                    approvals.propose(transaction, id, caller, exchange, BreakGlassChange.KIND, subject);
                    return asked;
                },
                (transaction, id) -> emergencies
                        .apply(transaction)
                        .find(id)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }

    /**
     * The second person confirms; data still goes to the first one, or to the recipient's worker, by a pull.
     *
     * @throws ProblemException {@code own-change} for the first person; {@code conflict} if it is open already, or too late
     */
    public Emergency confirm(Caller caller, UUID exchange, UUID id) throws LogNotWritableException {
        requireOfficer(caller, exchange);
        log.requireWritable();
        try {
            return database.<Emergency, RuntimeException>commit(transaction -> {
                if (emergencies.apply(transaction).find(id).isEmpty()) {
                    throw ProblemException.of(ProblemCode.NOT_FOUND);
                }
                approvals.decide(transaction, caller, exchange, id, Verdict.CONFIRM);
                return emergencies.apply(transaction).find(id).orElseThrow();
            });
        } catch (ProblemException refused) {
            throw refused.code() == ProblemCode.NOT_FOUND ? refused : strangers.deny(caller, exchange, refused.code());
        }
    }

    /**
     * Reads what the emergency opens, decided and logged anew.
     *
     * @throws ProblemException {@code second-person-required} while nobody has confirmed it; {@code release-refused};
     *     {@code not-found} for everybody but the officer and the recipient's named worker: all entries by then
     */
    public LoggedDisclosure pull(Caller caller, UUID exchange, IdempotencyKey key, UUID id)
            throws CaseKeyException, LogNotWritableException {
        strangers.requireAdmitted(caller);
        boolean waiting = find(caller, id)
                .filter(emergency -> emergency.opened().isEmpty())
                .isPresent();
        if (waiting) {
            throw strangers.deny(caller, exchange, ProblemCode.SECOND_PERSON_REQUIRED);
        }
        return releases.disclose(
                caller, exchange, key, transaction -> new EmergencyPull(emergencies, alerts, policies, caller, id));
    }

    /**
     * How it stands.
     *
     * @throws ProblemException {@code not-found} for every agency but the officer's and the recipient's
     */
    public Emergency read(Caller caller, UUID id) {
        return find(caller, id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Optional<Emergency> find(Caller caller, UUID id) {
        return database.<Optional<Emergency>, RuntimeException>commit(
                        transaction -> emergencies.apply(transaction).find(id))
                .filter(emergency -> caller.agency().equals(emergency.agency())
                        || caller.agency().equals(emergency.wanted().recipient()));
    }

    private void requireOfficer(Caller caller, UUID exchange) {
        if (!caller.is(Role.EMERGENCY_OFFICER)) {
            throw strangers.deny(caller, exchange, ProblemCode.FORBIDDEN);
        }
    }
}
