package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.LoggedExport;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.export.ExportFormat;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;

/** The log in others' formats. */
@Path("audit/exports")
@RequestScoped
public class ExportResource {
    @Inject
    Exchange exchange;

    @Inject
    ExportDesk desk;

    /** The contract's NewExport. */
    public record NewExport(String format, Instant from, Instant to, Optional<List<String>> types) {}

    @POST
    @May(Role.AUDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({"application/fhir+ndjson", "text/csv", "application/x-ndjson", "application/octet-stream"})
    public Response export(NewExport body) throws LogNotWritableException, LogUnavailableException {
        LoggedExport export = desk.export(exchange.caller(), exchange.id(), wanted(body))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        String name = "disclosure-log." + export.format().extension();
        return Response.ok(new ExportStream(export), export.format().mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static ExportDesk.Wanted wanted(NewExport body) {
        if (!body.from().isBefore(body.to())) {
            throw ProblemException.invalid("/to", "contradiction");
        }
        Set<EntryType> types = EnumSet.noneOf(EntryType.class);
        body.types()
                .ifPresent(codes -> types.addAll(Codes.all("/types", codes, EntryType.values().length, EntryType::of)));
        return new ExportDesk.Wanted(
                Codes.of("/format", body.format(), ExportFormat::of), body.from(), body.to(), types);
    }
}
