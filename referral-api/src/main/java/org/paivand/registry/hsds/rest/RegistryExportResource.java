package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.WholeDirectory;
import org.paivand.registry.hsds.csv.DataPackage;
import org.paivand.registry.hsds.json.WholeJson;
import org.paivand.rest.Codes;

/** The whole registry for registrars, in files that others read too. */
@Path("registry/export")
@RequestScoped
public class RegistryExportResource {
    static final String ZIP = "application/zip";

    @Inject
    Directories directories;

    @GET
    @May(Role.REGISTRAR)
    @Produces({MediaType.APPLICATION_JSON, ZIP, "application/problem+json"})
    public Response export(@QueryParam("format") @Nullable String format) {
        boolean zip = Codes.of("format", Objects.requireNonNullElse(format, ""), RegistryExportResource::isZip);
        Tables tables = WholeDirectory.tables(directories.current());
        byte[] bytes = zip ? DataPackage.write(tables) : WholeJson.write(tables);
        return Response.ok(new HsdsBytes(bytes))
                .type(zip ? ZIP : MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"registry-hsds." + (zip ? "zip" : "json") + "\"")
                .build();
    }

    private static boolean isZip(String format) {
        return switch (format) {
            case "hsds-json" -> false;
            case "hsds-csv" -> true;
            default -> throw new IllegalArgumentException("no such format");
        };
    }
}
