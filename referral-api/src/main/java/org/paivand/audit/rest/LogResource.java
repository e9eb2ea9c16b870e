package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** The log as files (C2SP tlog-tiles), for tools that aren't ours. Entries tell types and times, so not for everybody. */
@Path("")
@RequestScoped
public class LogResource {
    @Inject
    LogFiles files;

    @GET
    @Path("checkpoint")
    @May(Role.AUDITOR)
    @Produces(MediaType.TEXT_PLAIN)
    public Response checkpoint() {
        return Response.ok(files.checkpoint()
                        .map(LogBytes::new)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .build();
    }

    @GET
    @Path("tile/{path: .+}")
    @May(Role.AUDITOR)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("path") String path) throws LogUnavailableException {
        return Response.ok(files.tile("tile/" + path)
                        .map(LogBytes::new)
                        .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .build();
    }
}
