package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.ImportDesk;
import org.paivand.registry.ImportFile;
import org.paivand.registry.ImportPreview;
import org.paivand.registry.hsds.Source;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.hsds.csv.DataPackage;
import org.paivand.registry.hsds.json.WholeJson;
import org.paivand.rest.BodyUpTo;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.PendingApproval;

/** What an import would change, and the import itself. */
@Path("registry/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RegistryImportResource {
    static final int MAX_BYTES = 16 * 1024 * 1024;

    @Inject
    Exchange exchange;

    @Inject
    ImportDesk desk;

    @POST
    @May(Role.REGISTRAR)
    @Consumes({MediaType.APPLICATION_JSON, RegistryExportResource.ZIP})
    @BodyUpTo(MAX_BYTES)
    public Response take(
            @QueryParam("dryRun") @Nullable String dryRun,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] body)
            throws LogNotWritableException {
        boolean zip = RegistryExportResource.ZIP.equals(type.getType() + "/" + type.getSubtype());
        try {
            if (isDryRun(dryRun)) {
                ImportPreview preview = desk.preview(exchange.caller(), file(zip, body));
                return shown(preview, preview.edition());
            }
            int expected = Conditions.ifMatch(ifMatch)
                    .orElseThrow(() -> ProblemException.of(ProblemCode.PRECONDITION_REQUIRED));
            return desk.make(exchange.caller(), exchange.id(), expected, file(zip, body))
                    .fold(
                            made -> shown(made.preview(), made.edition()),
                            waiting -> Response.accepted(PendingApproval.of(waiting.approval()))
                                    .build());
        } catch (UnreadableImportException unreadable) {
            throw ProblemException.invalid(unreadable.faults().stream()
                    .map(fault -> new RequestError(fault.pointer(), fault.code().code()))
                    .toList());
        }
    }

    private static boolean isDryRun(@Nullable String dryRun) {
        if (dryRun == null) {
            throw ProblemException.invalid("dryRun", "required");
        }
        return switch (dryRun) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemException.invalid("dryRun", "not-in-list");
        };
    }

    private static ImportFile file(boolean zip, byte[] body) throws UnreadableImportException {
        return zip
                ? new ImportFile(DataPackage.read(body), Source.PACKAGE)
                : new ImportFile(WholeJson.read(body), Source.DOCUMENT);
    }

    private static Response shown(ImportPreview preview, long edition) {
        return Response.ok(ImportWire.of(preview.difference(), preview.absent()))
                .header(HttpHeaders.ETAG, Conditions.etag(Math.toIntExact(edition)))
                .build();
    }
}
