package org.paivand.audit.rest;

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
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.caller.PublicLog;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * The log as files (C2SP tlog-tiles), for tools that aren't ours. Entries tell types and times, so not for everybody, unless
 * the operator so chooses; only then may a cache that several share keep them.
 */
@Path("")
@RequestScoped
public class LogResource {
    private static final String FOR_EVER = ", max-age=31536000, immutable";
    private static final String PARTIAL = ".p/";
    private static final String BRIEFLY = ", max-age=60";

    @Inject
    LogFiles files;

    @Inject
    PublicLog publicLog;

    @GET
    @Path("checkpoint")
    @May(
            value = {Role.AUDITOR, Role.PEER},
            publicByChoice = true)
    @Produces(MediaType.TEXT_PLAIN)
    public Response checkpoint() {
        return Response.ok(files.checkpoint()
                        .map(LogBytes::new)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .build();
    }

    @GET
    @Path("tile/{path: .+}")
    @May(
            value = {Role.AUDITOR, Role.PEER},
            publicByChoice = true)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path, @Context Request request) throws LogUnavailableException {
        byte[] tile = files.tile("tile/" + path).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        boolean full = !path.contains(PARTIAL);
        EntityTag tag = new EntityTag(Hash.sha256(tile).hex());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(new LogBytes(tile)).tag(tag) : unchanged;
        return answer.header(
                        HttpHeaders.CACHE_CONTROL,
                        (publicLog.chosen() ? "public" : "private") + (full ? FOR_EVER : BRIEFLY))
                .build();
    }
}
