package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the public directory. */
@RequestScoped
public class HsdsRequest {
    @Context
    @Nullable
    UriInfo uri;

    @Context
    @Nullable
    HttpHeaders headers;

    /** @param known the parameters of the operation, beside the language */
    HsdsQuery query(String... known) {
        String accepted = Optional.ofNullable(
                        Objects.requireNonNull(headers).getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
        return HsdsQuery.of(Objects.requireNonNull(uri), accepted, known);
    }

    UriInfo uri() {
        return Objects.requireNonNull(uri);
    }
}
