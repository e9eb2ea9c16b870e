package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;

/** Takes applications, and lets registrars decide on them. */
public final class ApplicationDesk {
    /** How many applications without an account may wait: no more than people can look at. */
    static final int MOST_WAITING = 100;

    private final Database database;
    private final Once once;
    private final Stores stores;
    private final AgencyRegister register;
    private final ApprovalDesk approvals;
    private final OnboardingEvents events;
    private final RealmLink realm;
    private final LogState log;
    private final InstantSource clock;

    /** Where is kept who applied and who has access. */
    public record Stores(
            Function<Transaction, Applications> applications, Function<Transaction, AgencyAccesses> accesses) {}

    public ApplicationDesk(
            Database database,
            Stores stores,
            AgencyRegister register,
            ApprovalDesk approvals,
            OnboardingEvents events,
            RealmLink realm,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.stores = stores;
        this.register = register;
        this.approvals = approvals;
        this.events = events;
        this.realm = realm;
        this.log = log;
        this.clock = clock;
    }

    /** An application with the agency's account in the realm, if it has one. */
    public record File(Application application, Optional<AgencyAccess> access) {}

    /**
     * Records an application.
     *
     * @param caller who records it; empty if the agency applies without an account
     * @throws ProblemException {@code onboarding-unavailable} without a realm; {@code invalid-request} if the agency is known
     *     already, names one that isn't, or is of a kind that isn't taken in this way; {@code too-many-requests} if too many
     *     wait that came without an account
     */
    public Application apply(Optional<Caller> caller, UUID exchange, IdempotencyKey key, Agency agency, Contact contact)
            throws LogNotWritableException {
        realm.require();
        log.requireWritable();
        if (!KindRoles.applies(agency.kind())) {
            throw ProblemException.invalid("/agency/kind", "not-in-list");
        }
        Instant now = now();
        return once.commit(
                key,
                now,
                (transaction, id) -> {
                    Submission submission = new Submission(id, agency, contact, caller.map(Caller::user), now);
                    admit(transaction, submission);
                    applications(transaction).add(submission);
                    write(transaction, caller, exchange, submission, now);
                    return new Application.Pending(submission);
                },
                (transaction, id) -> found(applications(transaction).find(id)));
    }

    private void admit(Transaction transaction, Submission submission) {
        if (register.find(transaction, submission.agency().id()).isPresent()) {
            throw ProblemException.invalid("/agency/agencyId", "duplicate");
        }
        if (!register.fits(transaction, submission.agency())) {
            throw ProblemException.invalid("/agency/reportingDuty/to", "not-in-list");
        }
        if (submission.appliedBy().isEmpty() && applications(transaction).waitingWithoutAccount() >= MOST_WAITING) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
    }

    private void write(
            Transaction transaction, Optional<Caller> caller, UUID exchange, Submission submission, Instant now) {
        Sha256 document = digest(submission);
        caller.ifPresentOrElse(
                by -> events.by(
                        transaction,
                        by,
                        exchange,
                        RegistryChange.APPLIED,
                        submission.agency().id(),
                        document,
                        now),
                () -> events.byApplicant(
                        transaction, exchange, submission.agency().id(), document, now));
    }

    /**
     * Approves: the first registrar opens the approval, the second one makes it count.
     *
     * @throws ProblemException {@code own-change} for whoever recorded the application or approved it before; {@code conflict} if
     *     it was decided, or if the agency has come into the registry meanwhile
     */
    public File approve(Caller caller, UUID exchange, UUID id) throws LogNotWritableException {
        realm.require();
        log.requireWritable();
        File file = database.<File, RuntimeException>commit(transaction -> {
            Application application = another(transaction, caller, id);
            if (application instanceof Application.Seconded seconded) {
                approvals.decide(transaction, caller, exchange, seconded.approval(), Verdict.CONFIRM);
            } else {
                require(application instanceof Application.Pending);
                require(register.find(
                                transaction, application.submission().agency().id())
                        .isEmpty());
                UUID approval = UUID.randomUUID();
                approvals.propose(
                        transaction,
                        approval,
                        caller,
                        exchange,
                        OnboardingChange.KIND,
                        application.submission().subject());
                applications(transaction).second(id, approval);
            }
            return file(transaction, id);
        });
        realm.wake();
        return file;
    }

    /**
     * Rejects, for good. One registrar is enough.
     *
     * @throws ProblemException as {@link #approve}
     */
    public File reject(Caller caller, UUID exchange, UUID id) throws LogNotWritableException {
        log.requireWritable();
        return database.<File, RuntimeException>commit(transaction -> {
            Application application = another(transaction, caller, id);
            if (application instanceof Application.Seconded seconded) {
                approvals.decide(transaction, caller, exchange, seconded.approval(), Verdict.REJECT);
            } else {
                require(application instanceof Application.Pending);
                Instant now = now();
                applications(transaction).reject(id, caller.user(), now);
                events.by(
                        transaction,
                        caller,
                        exchange,
                        RegistryChange.REJECTED,
                        application.submission().agency().id(),
                        digest(application.submission()),
                        now);
            }
            return file(transaction, id);
        });
    }

    /** The newest first. */
    public List<File> list(Optional<ApplicationState> state, Optional<Cursor> after, int limit) {
        return database.<List<File>, RuntimeException>commit(
                transaction -> applications(transaction).list(state, after, limit).stream()
                        .map(application -> file(transaction, application))
                        .toList());
    }

    public File read(UUID id) {
        return database.<File, RuntimeException>commit(transaction -> file(transaction, id));
    }

    /**
     * The agency that was taken in by that application.
     *
     * @throws ProblemException {@code not-found}; {@code conflict} if it isn't approved
     */
    public AgencyId admitted(UUID id) {
        Application application = read(id).application();
        require(application instanceof Application.Approved);
        return application.submission().agency().id();
    }

    private File file(Transaction transaction, UUID id) {
        return file(transaction, found(applications(transaction).find(id)));
    }

    /** An account belongs to an application only once that is approved: another may have asked for the same id. */
    private File file(Transaction transaction, Application application) {
        return new File(
                application,
                application instanceof Application.Approved
                        ? stores.accesses
                                .apply(transaction)
                                .find(application.submission().agency().id())
                        : Optional.empty());
    }

    private Application another(Transaction transaction, Caller caller, UUID id) throws SQLException {
        if (!caller.is(Role.REGISTRAR) || caller.is(Role.MACHINE)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        Application application = found(applications(transaction).lock(id));
        if (application.submission().isBy(caller.user())) {
            throw ProblemException.of(ProblemCode.OWN_CHANGE);
        }
        return application;
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }

    private static Application found(Optional<Application> application) {
        return application.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private static Sha256 digest(Submission submission) {
        return Sha256.digest(submission.subject().getBytes(StandardCharsets.UTF_8));
    }

    private Applications applications(Transaction transaction) {
        return stores.applications.apply(transaction);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
