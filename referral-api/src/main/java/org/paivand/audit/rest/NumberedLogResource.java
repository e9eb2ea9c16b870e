package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Any log of this node by its number, also one that another has followed; the first is 1. Else as {@link LogResource}. */
@Path("numbered/{number}")
@RequestScoped
public class NumberedLogResource {
    @Inject
    LogFiles files;

    @GET
    @Path("checkpoint")
    @May(Role.AUDITOR)
    @Produces(MediaType.TEXT_PLAIN)
    public Response checkpoint(@PathParam("number") int number) {
        return answer(files.numbered(number).flatMap(LogFiles::checkpoint));
    }

    @GET
    @Path("tile/{path: .+}")
    @May(Role.AUDITOR)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(@PathParam("number") int number, @PathParam("path") String path)
            throws LogUnavailableException {
        Optional<LogFiles> log = files.numbered(number);
        return answer(log.isPresent() ? log.get().tile("tile/" + path) : Optional.empty());
    }

    private static Response answer(Optional<byte[]> file) {
        return Response.ok(file.map(LogBytes::new).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)))
                .build();
    }
}
