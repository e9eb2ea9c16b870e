package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.rest.AuditWire.AuditEntry;
import org.paivand.audit.rest.AuditWire.AuditPage;
import org.paivand.audit.rest.AuditWire.AuditRow;
import org.paivand.audit.rest.AuditWire.NewBundle;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.ProvenEntry;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** The disclosure log for auditors. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    Exchange exchange;

    @Inject
    AuditDesk desk;

    @GET
    @Path("entries")
    @May(Role.AUDITOR)
    public AuditPage search(@BeanParam SearchParameters parameters)
            throws LogNotWritableException, LogUnavailableException {
        AuditDesk.Page page = desk.search(exchange.caller(), exchange.id(), parameters.query(), parameters.sameCaseAs())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return new AuditPage(
                page.rows().stream().map(AuditRow::of).toList(), page.next().map(EntryCursor::text));
    }

    @GET
    @Path("entries/{eventId}")
    @May(Role.AUDITOR)
    public AuditEntry read(@PathParam("eventId") String eventId)
            throws LogNotWritableException, LogUnavailableException, MalformedException {
        ProvenEntry proven = desk.read(exchange.caller(), exchange.id(), Ids.of(eventId))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        Optional<Long> size = Optional.empty();
        if (proven.standing().isPresent()) {
            String text = proven.standing().get().checkpoint().text();
            size = Optional.of(Checkpoint.parse(text).treeHead().size());
        }
        return AuditEntry.of(proven, size);
    }

    @POST
    @Path("bundles")
    @May(Role.AUDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    public Response export(NewBundle body) throws LogNotWritableException, LogUnavailableException {
        if (!body.from().isBefore(body.to())) {
            throw ProblemException.invalid("/to", "contradiction");
        }
        java.nio.file.Path bundle = desk.export(exchange.caller(), exchange.id(), body.from(), body.to())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return Response.ok(new BundleFile(bundle))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evidence.zip\"")
                .build();
    }
}
