package org.paivand.registry.publication.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.Sha256;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.publication.Published;
import org.paivand.registry.publication.Snapshots;

/**
 * The directory to take away, for everybody. A cache may keep the note for minutes, so that a change is soon known, and the
 * document for a day, since another one has another address.
 */
@Path("directory/snapshot")
@RequestScoped
public class SnapshotResource {
    private static final String NOTE = "public, max-age=300";
    private static final String DOCUMENT = "public, max-age=86400, immutable";

    @Inject
    Snapshots snapshots;

    @GET
    @May(withoutAccount = true)
    @Produces("text/plain; charset=utf-8")
    public Response note(@Context Request request) {
        Published published = found(asked(snapshots::current));
        return answer(published.note(), Sha256.digest(published.note()), NOTE, request);
    }

    @GET
    @Path("{sha256}")
    @May(withoutAccount = true)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response document(@PathParam("sha256") String sha256, @Context Request request) {
        Sha256 hash = hash(sha256);
        return answer(found(asked(() -> snapshots.document(hash))), hash, DOCUMENT, request);
    }

    private interface Question<T> {
        Optional<T> ask() throws SignerUnavailableException;
    }

    private static <T> Optional<T> asked(Question<T> question) {
        try {
            return question.ask();
        } catch (SignerUnavailableException unavailable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static Response answer(byte[] bytes, Sha256 hash, String cache, Request request) {
        EntityTag tag = new EntityTag(hash.hex());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(new SnapshotBytes(bytes)).tag(tag) : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, cache).build();
    }

    /** Something that can't be a hash names nothing. */
    private static Sha256 hash(String text) {
        try {
            return Sha256.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private static <T> T found(Optional<T> value) {
        return value.orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
