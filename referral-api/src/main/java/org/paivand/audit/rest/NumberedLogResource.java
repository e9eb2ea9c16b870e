package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;

/** Any log of this node by its number, also one that another has followed; the first is 1. Else as {@link LogResource}. */
@Path("numbered/{number}")
@RequestScoped
public class NumberedLogResource {
    @Inject
    LogFiles files;

    @Inject
    LogAnswers answers;

    @GET
    @Path("checkpoint")
    @May(
            value = {Role.AUDITOR, Role.PEER},
            publicByChoice = true)
    @Produces(MediaType.TEXT_PLAIN)
    public Response checkpoint(@PathParam("number") int number) {
        return answers.checkpoint(files.numbered(number).flatMap(LogFiles::checkpoint));
    }

    @GET
    @Path("tile/{path: .+}")
    @May(
            value = {Role.AUDITOR, Role.PEER},
            publicByChoice = true)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("number") int number, @PathParam("path") String path, @Context Request request)
            throws LogUnavailableException {
        Optional<LogFiles> log = files.numbered(number);
        return answers.tile(log.isPresent() ? log.get().tile("tile/" + path) : Optional.empty(), path, request);
    }
}
