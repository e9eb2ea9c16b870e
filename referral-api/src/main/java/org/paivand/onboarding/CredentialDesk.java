package org.paivand.onboarding;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.realm.ClientSecret;
import org.paivand.realm.Realm;
import org.paivand.realm.RealmException;

/** Shows the secret of an agency's client to the one account that may see it, once. */
public final class CredentialDesk {
    private final Database database;
    private final Function<Transaction, AgencyAccesses> accesses;
    private final ApprovalDesk approvals;
    private final OnboardingEvents events;
    private final RealmLink realm;
    private final LogState log;
    private final InstantSource clock;

    public CredentialDesk(
            Database database,
            Function<Transaction, AgencyAccesses> accesses,
            ApprovalDesk approvals,
            OnboardingEvents events,
            RealmLink realm,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.accesses = accesses;
        this.approvals = approvals;
        this.events = events;
        this.realm = realm;
        this.log = log;
        this.clock = clock;
    }

    /** What the agency's engineer needs to get a token. */
    public record Credential(String client, ClientSecret secret) {}

    /**
     * Has the realm make a secret now and returns it after the entry that tells so is committed. Fails with nothing shown, and
     * can then be called again.
     *
     * @throws ProblemException {@code credential-shown} if it was seen; {@code forbidden} for another account than that of the
     *     second person; {@code conflict} while there is no client, or while the same is being asked for;
     *     {@code onboarding-unavailable} if the realm can't be asked
     */
    public Credential show(Caller caller, UUID exchange, AgencyId agency) throws LogNotWritableException {
        Realm asked = realm.require();
        log.requireWritable();
        AgencyAccess claimed = database.<AgencyAccess, RuntimeException>commit(transaction ->
                replaced(transaction, allowed(transaction, caller, agency), access -> access.claim(now())));
        Optional<ClientSecret> secret = renewed(asked, claimed);
        if (secret.isEmpty()) {
            release(claimed);
            throw ProblemException.of(ProblemCode.ONBOARDING_UNAVAILABLE);
        }
        return database.<Credential, RuntimeException>commit(transaction -> {
            AgencyAccess access = locked(transaction, agency);
            if (access.version() != claimed.version()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            replaced(transaction, access, AgencyAccess::shown);
            events.by(transaction, caller, exchange, RegistryChange.CREDENTIAL_SHOWN, agency, access.digest(), now());
            return new Credential(access.account().client(), secret.get());
        });
    }

    private AgencyAccess allowed(Transaction transaction, Caller caller, AgencyId agency) {
        AgencyAccess access = locked(transaction, agency);
        return switch (access.showing(caller.user(), now())) {
            case ALLOWED -> access;
            case NOT_READY -> throw ProblemException.of(ProblemCode.CONFLICT);
            case NOT_THEIRS -> throw ProblemException.of(ProblemCode.FORBIDDEN);
            case SHOWN_BEFORE -> throw ProblemException.of(ProblemCode.CREDENTIAL_SHOWN);
        };
    }

    private static Optional<ClientSecret> renewed(Realm realm, AgencyAccess access) {
        try {
            return Optional.of(realm.renewSecret(access.account()));
        } catch (RealmException failed) {
            return Optional.empty();
        }
    }

    private void release(AgencyAccess claimed) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            AgencyAccess access = locked(transaction, claimed.agency());
            if (access.version() == claimed.version()) {
                replaced(transaction, access, AgencyAccess::unclaim);
            }
            return true;
        });
    }

    /**
     * Asks for another secret, or, if somebody else has, agrees to it; the second person may then see it once.
     *
     * @throws ProblemException {@code own-change} for whoever asked; {@code conflict} while the agency is let go;
     *     {@code not-found} if it was never given a client
     */
    public AgencyAccess renew(Caller caller, UUID exchange, AgencyId agency) throws LogNotWritableException {
        realm.require();
        log.requireWritable();
        AgencyAccess renewed = database.<AgencyAccess, RuntimeException>commit(transaction -> {
            AgencyAccess access = locked(transaction, agency);
            Optional<Approval> waiting = access.renewal()
                    .map(id -> approvals.read(transaction, id))
                    .filter(approval -> approval.state() == ApprovalState.PENDING);
            if (waiting.isPresent()) {
                approvals.decide(
                        transaction, caller, exchange, waiting.get().proposal().id(), Verdict.CONFIRM);
                return locked(transaction, agency);
            }
            if (access.state() == AccessState.REVOKING || access.roles().isEmpty()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            UUID approval = UUID.randomUUID();
            approvals.propose(transaction, approval, caller, exchange, RenewalChange.KIND, agency.value());
            return replaced(transaction, access, found -> found.renewalAsked(approval));
        });
        realm.wake();
        return renewed;
    }

    /** Has what failed tried again at once, after somebody has seen to it. */
    public AgencyAccess again(Caller caller, AgencyId agency) {
        realm.require();
        if (!caller.is(Role.REGISTRAR)) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        AgencyAccess access = database.<AgencyAccess, RuntimeException>commit(
                transaction -> replaced(transaction, locked(transaction, agency), found -> found.again(now())));
        realm.wake();
        return access;
    }

    private AgencyAccess locked(Transaction transaction, AgencyId agency) {
        return accesses.apply(transaction).lock(agency).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private AgencyAccess replaced(Transaction transaction, AgencyAccess access, UnaryOperator<AgencyAccess> change) {
        AgencyAccess after = change.apply(access);
        accesses.apply(transaction).replace(after);
        return after;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
