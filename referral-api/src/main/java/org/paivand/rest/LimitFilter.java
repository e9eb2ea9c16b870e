package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.paivand.limit.Allowance;
import org.paivand.limit.Limits;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Refuses whoever asks too much, once it is known who it is and before anything is read, and tells each how much is left. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class LimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ALLOWANCE = "paivand.allowance";

    @Inject
    Exchange exchange;

    @Inject
    Limits limits;

    @Inject
    Proxies proxies;

    @Inject
    HttpServletRequest connection;

    @Context
    @Nullable
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Allowance allowance = exchange.possibleCaller()
                .map(caller -> countedApart()
                        ? limits.emergency(caller.agency().value(), caller.user())
                        : limits.client(caller.agency().value(), caller.client()))
                .orElseGet(() -> limits.stranger(Address.of(
                        connection.getRemoteAddr(), connection.getHeader("X-Forwarded-For"), proxies.count())));
        request.setProperty(ALLOWANCE, allowance);
        if (!allowance.admitted()) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
    }

    private boolean countedApart() {
        return resource != null
                && resource.getResourceClass() != null
                && resource.getResourceClass().isAnnotationPresent(CountedApart.class);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(ALLOWANCE) instanceof Allowance allowance) {
            response.getHeaders()
                    .putSingle("RateLimit-Policy", allowance.quota().header());
            response.getHeaders().putSingle("RateLimit", allowance.header());
            if (!allowance.admitted()) {
                response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, allowance.pauseSeconds());
            }
        }
    }
}
