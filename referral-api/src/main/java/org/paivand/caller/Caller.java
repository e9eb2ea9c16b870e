package org.paivand.caller;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;

/**
 * Who is asking, as the token and the registry say; made by {@code CallerFilter} alone.
 *
 * @param user the account's pseudonymous id (the token's {@code sub})
 * @param client the client the token was issued to ({@code azp})
 * @param tokenId the token's {@code jti}
 * @param worker the worker for whom a person's data is read: the user, or whom a machine names; empty if a machine names none
 */
public record Caller(
        AgencyId agency, String user, Set<Role> roles, String client, String tokenId, Optional<WorkerId> worker) {
    public Caller {
        roles = Set.copyOf(roles);
        for (Role role : roles) {
            if (roles.stream().anyMatch(role::excludes)) {
                throw new ConflictingRolesException();
            }
        }
    }

    /** The account holds roles that nobody may hold together. */
    public static final class ConflictingRolesException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The same with some of its roles. */
    public Caller with(Set<Role> counting) {
        return new Caller(agency, user, counting, client, tokenId, worker);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
