package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.RealmFault;

/**
 * An agency's account in the realm: what is wanted of it, and what has been done.
 *
 * @param mark tells what was made for this agency from what merely has its name
 * @param fault why the last try failed
 * @param attempts that failed in a row
 * @param dueAt when the next try is
 * @param credentialFor the account that may see the client's secret, once; empty when nobody may
 * @param showingUntil until when somebody's call may be about to show it
 * @param renewal the approval by which another secret was asked for last
 * @param version counts changes, so that what was found out in the realm is kept only if nothing has changed meanwhile
 */
public record AgencyAccess(
        AgencyId agency,
        UUID mark,
        Set<Role> roles,
        AccessState state,
        Optional<RealmFault> fault,
        int attempts,
        Instant dueAt,
        Optional<String> credentialFor,
        Optional<Instant> showingUntil,
        Optional<UUID> renewal,
        int version) {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 8;
    private static final Duration SHOWING = Duration.ofMinutes(2);

    public AgencyAccess {
        roles = Set.copyOf(roles);
    }

    /** To be made for an agency that two people let in; the second of them may see the secret. */
    static AgencyAccess wanted(AgencyId agency, UUID mark, Set<Role> roles, String credentialFor, Instant now) {
        return new AgencyAccess(
                agency,
                mark,
                roles,
                AccessState.PROVISIONING,
                Optional.empty(),
                0,
                now,
                Optional.of(credentialFor),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Of an agency that was never taken in by an application: there may be people of it in the realm. */
    static AgencyAccess unwanted(AgencyId agency, UUID mark, Instant now) {
        return wanted(agency, mark, Set.of(), "nobody", now).revoke(now);
    }

    /** What a call for the secret comes to. */
    enum Showing {
        ALLOWED,
        NOT_READY,
        NOT_THEIRS,
        SHOWN_BEFORE
    }

    Showing showing(String user, Instant now) {
        if (state != AccessState.READY || showingUntil.filter(now::isBefore).isPresent()) {
            return Showing.NOT_READY;
        }
        if (credentialFor.isEmpty()) {
            return Showing.SHOWN_BEFORE;
        }
        return credentialFor.get().equals(user) ? Showing.ALLOWED : Showing.NOT_THEIRS;
    }

    /** Somebody is about to see it, and nobody else meanwhile. */
    AgencyAccess claim(Instant now) {
        return changed(state, fault, attempts, dueAt, credentialFor, Optional.of(now.plus(SHOWING)), renewal);
    }

    /** The claim came to nothing: it can be called for again. */
    AgencyAccess unclaim() {
        return changed(state, fault, attempts, dueAt, credentialFor, Optional.empty(), renewal);
    }

    AgencyAccess shown() {
        return changed(state, fault, attempts, dueAt, Optional.empty(), Optional.empty(), renewal);
    }

    /** What was due has been done in the realm. */
    AgencyAccess done() {
        AccessState reached = state == AccessState.REVOKING ? AccessState.REVOKED : AccessState.READY;
        return changed(reached, Optional.empty(), 0, dueAt, credentialFor, Optional.empty(), renewal);
    }

    /** Tried again after a pause that doubles, unless only somebody's doing can help. Who is to lose access is never given up. */
    AgencyAccess failed(RealmFault why, Instant now) {
        AccessState after = state == AccessState.PROVISIONING && !why.passing() ? AccessState.FAILED : state;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS));
        Instant next = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        return changed(after, Optional.of(why), attempts + 1, next, credentialFor, Optional.empty(), renewal);
    }

    /** Somebody has seen to it: tried at once. */
    AgencyAccess again(Instant now) {
        AccessState wanted = state == AccessState.FAILED ? AccessState.PROVISIONING : state;
        return changed(wanted, fault, 0, now, credentialFor, showingUntil, renewal);
    }

    AgencyAccess revoke(Instant now) {
        return changed(
                AccessState.REVOKING, Optional.empty(), 0, now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    AgencyAccess renewalAsked(UUID approval) {
        return changed(state, fault, attempts, dueAt, credentialFor, showingUntil, Optional.of(approval));
    }

    /** Two people agreed on another secret; an agency that was let go and taken back gets its account back with it. */
    AgencyAccess renewed(String user, Instant now) {
        AccessState wanted = state == AccessState.REVOKED ? AccessState.PROVISIONING : state;
        return changed(wanted, fault, attempts, now, Optional.of(user), Optional.empty(), renewal);
    }

    /** As the realm is asked for it. */
    public AgencyAccount account() {
        return new AgencyAccount(
                agency.value(), mark.toString(), roles.stream().map(Role::code).collect(Collectors.toSet()));
    }

    /** What the log hashes of it. */
    Sha256 digest() {
        String text = "paivand-agency-access/v1 " + agency.value() + " " + mark + " "
                + String.join(" ", account().roles());
        return Sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private AgencyAccess changed(
            AccessState state,
            Optional<RealmFault> fault,
            int attempts,
            Instant dueAt,
            Optional<String> credentialFor,
            Optional<Instant> showingUntil,
            Optional<UUID> renewal) {
        return new AgencyAccess(
                agency, mark, roles, state, fault, attempts, dueAt, credentialFor, showingUntil, renewal, version + 1);
    }
}
