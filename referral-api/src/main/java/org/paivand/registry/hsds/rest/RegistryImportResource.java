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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.hsds.HsdsImport;
import org.paivand.registry.hsds.Source;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.UnreadableImportException;
import org.paivand.registry.hsds.csv.DataPackage;
import org.paivand.registry.hsds.json.WholeJson;
import org.paivand.registry.record.Difference;
import org.paivand.rest.BodyUpTo;

/** What an import would change. Nothing is changed here. */
@Path("registry/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RegistryImportResource {
    static final int MAX_BYTES = 16 * 1024 * 1024;

    @Inject
    Directories directories;

    @POST
    @May(Role.REGISTRAR)
    @Consumes({MediaType.APPLICATION_JSON, RegistryExportResource.ZIP})
    @BodyUpTo(MAX_BYTES)
    public ImportWire.RegistryDifference compare(
            @QueryParam("dryRun") @Nullable String dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] body) {
        if (!"true".equals(Objects.requireNonNullElse(dryRun, ""))) {
            throw ProblemException.invalid("dryRun", dryRun == null ? "required" : "not-in-list");
        }
        boolean zip = RegistryExportResource.ZIP.equals(type.getType() + "/" + type.getSubtype());
        try {
            Directory now = directories.current();
            Tables tables = zip ? DataPackage.read(body) : WholeJson.read(body);
            Directory after = HsdsImport.read(tables, zip ? Source.PACKAGE : Source.DOCUMENT, now);
            return ImportWire.of(Difference.between(now, after), HsdsImport.absent(tables, now));
        } catch (UnreadableImportException unreadable) {
            throw ProblemException.invalid(unreadable.faults().stream()
                    .map(fault -> new RequestError(fault.pointer(), fault.code().code()))
                    .toList());
        }
    }
}
