package org.paivand.caller.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.caller.Demands;
import org.paivand.caller.PublicLog;
import org.paivand.caller.Role;
import org.paivand.caller.Training;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.MissingCertificate;
import org.paivand.registry.LiveDirectories;
import org.paivand.registry.agency.Agency;
import org.paivand.rest.Exchange;

/** Makes the {@link Caller}; nothing else reads a token, so a binding of tokens to keys (DPoP, mTLS) would change this alone. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class CallerFilter implements ContainerRequestFilter {
    static final String WORKER_HEADER = "Paivand-Worker";

    @Inject
    JsonWebToken token;

    @Inject
    Exchange exchange;

    @Inject
    LiveDirectories directories;

    @Inject
    Demands demands;

    @Inject
    InstantSource clock;

    @Inject
    PublicLog publicLog;

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        May may = may();
        boolean open = may.publicByChoice() && publicLog.chosen();
        if (token.getName() == null && (open || may.withoutAccount())) {
            return;
        }
        if (token.getName() == null) {
            throw ProblemException.of(ProblemCode.UNAUTHENTICATED);
        }
        // Before anything is believed of the token: who was suspended a moment ago isn't a caller any more.
        directories.refresh();
        Caller whole = caller(Optional.ofNullable(request.getHeaderString(WORKER_HEADER)));
        Training training = training(whole);
        Caller caller = whole.with(training.counting());
        exchange.calledBy(caller);
        Set<Role> allowed = Set.of(may.value());
        if (!open && !allowed.isEmpty() && allowed.stream().noneMatch(caller::is)) {
            List<MissingCertificate> missing = training.barring(allowed);
            throw missing.isEmpty()
                    ? ProblemException.of(ProblemCode.FORBIDDEN)
                    : ProblemException.accreditationNeeded(missing);
        }
    }

    private Training training(Caller caller) {
        Agency agency = directories.current().agency(caller.agency()).orElseThrow();
        return Training.of(caller.roles(), demands.now(), agency, clock.instant());
    }

    private May may() {
        May may = resource == null || resource.getResourceMethod() == null
                ? null
                : resource.getResourceMethod().getAnnotation(May.class);
        if (may == null) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
        return may;
    }

    private Caller caller(Optional<String> workerHeader) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        token.getGroups().forEach(group -> Role.of(group).ifPresent(roles::add));
        try {
            AgencyId agency = new AgencyId(claim("agency"));
            if (directories
                    .current()
                    .agency(agency)
                    .filter(known -> known.isActive())
                    .isEmpty()) {
                throw ProblemException.of(ProblemCode.FORBIDDEN);
            }
            return new Caller(
                    agency, token.getSubject(), roles, claim("azp"), token.getTokenID(), worker(roles, workerHeader));
        } catch (Caller.ConflictingRolesException conflicting) {
            throw ProblemException.of(ProblemCode.CONFLICTING_ROLES);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.FORBIDDEN);
        }
    }

    private Optional<WorkerId> worker(Set<Role> roles, Optional<String> header) {
        if (roles.contains(Role.MACHINE)) {
            return header.map(CallerFilter::named);
        }
        if (header.isPresent()) {
            throw ProblemException.invalid("/headers/" + WORKER_HEADER, "contradiction");
        }
        return Optional.of(new WorkerId(token.getSubject()));
    }

    private static WorkerId named(String worker) {
        try {
            return new WorkerId(worker);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.invalid("/headers/" + WORKER_HEADER, "bad-pattern");
        }
    }

    private String claim(String name) {
        Object value = token.getClaim(name);
        if (value instanceof String text) {
            return text;
        }
        throw ProblemException.of(ProblemCode.FORBIDDEN);
    }
}
