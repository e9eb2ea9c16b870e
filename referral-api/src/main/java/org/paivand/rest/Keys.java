package org.paivand.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Makes the idempotency key of a request. */
@RequestScoped
public class Keys {
    @Inject
    Exchange exchange;

    /** @throws ProblemException {@code idempotency-key-missing} if the header isn't there or has another shape */
    public IdempotencyKey of(@Nullable String header, Request request, UriInfo uri) {
        return of(exchange.caller(), header, request, uri);
    }

    /** The same where nobody needs an account: all who have none share their keys. */
    public IdempotencyKey ofAnybody(@Nullable String header, Request request, UriInfo uri) {
        return exchange.possibleCaller()
                .map(caller -> of(caller, header, request, uri))
                .orElseGet(() -> of("nobody", header, request, uri));
    }

    private IdempotencyKey of(Caller caller, @Nullable String header, Request request, UriInfo uri) {
        return of(caller.agency() + " " + caller.client() + " " + caller.user(), header, request, uri);
    }

    private IdempotencyKey of(String client, @Nullable String header, Request request, UriInfo uri) {
        try {
            return IdempotencyKey.of(
                    client, header == null ? "" : header, request.getMethod(), uri.getPath(), exchange.body());
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.IDEMPOTENCY_KEY_MISSING);
        }
    }
}
