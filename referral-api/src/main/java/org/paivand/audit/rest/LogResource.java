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
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;

/**
 * The log as files (C2SP tlog-tiles), for tools that aren't ours. Entries tell types and times, so not for everybody, unless
 * the operator so chooses.
 */
@Path("")
@RequestScoped
public class LogResource {
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
    public Response checkpoint() {
        return answers.checkpoint(files.checkpoint());
    }

    @GET
    @Path("tile/{path: .+}")
    @May(
            value = {Role.AUDITOR, Role.PEER},
            publicByChoice = true)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path, @Context Request request) throws LogUnavailableException {
        return answers.tile(files.tile("tile/" + path), path, request);
    }
}
