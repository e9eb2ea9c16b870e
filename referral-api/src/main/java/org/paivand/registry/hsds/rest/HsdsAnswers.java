package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.disclosure.Sha256;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.hsds.Tongue;
import org.paivand.registry.hsds.json.PublicAnswers;

/** Answers that every cache may keep for five minutes, and ask after by their tag. */
@RequestScoped
public class HsdsAnswers {
    private static final String CACHING = "public, max-age=300";

    @Inject
    PublicDirectories directories;

    @Context
    @Nullable
    Request request;

    PublicAnswers in(Tongue tongue) {
        return new PublicAnswers(directories.current(), tongue);
    }

    /** @throws ProblemException {@code not-found} if there is nothing */
    Response object(Optional<byte[]> found, Tongue tongue) {
        return answer(found.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)), tongue);
    }

    /** @throws ProblemException {@code invalid-request} for a page behind the last */
    Response page(Optional<byte[]> found, Tongue tongue) {
        return answer(found.orElseThrow(() -> ProblemException.invalid("page", "out-of-range")), tongue);
    }

    private Response answer(byte[] bytes, Tongue tongue) {
        EntityTag tag = new EntityTag(Sha256.digest(bytes).hex());
        Response.ResponseBuilder unchanged = Objects.requireNonNull(request).evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(new HsdsBytes(bytes)).tag(tag).header(HttpHeaders.CONTENT_LANGUAGE, tongue.code())
                : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, CACHING)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
