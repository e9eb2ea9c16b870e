package org.paivand.registry.hsds.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What this API is, for programs that know HSDS. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HsdsResource {
    private static final String VERSION = "3.1";
    private static final String PROFILE = "https://docs.openreferral.org/en/3.1/";

    @Inject
    HsdsRequest request;

    /** The contract's HsdsRoot. */
    public record HsdsRoot(String version, String profile, String openapi_url) {}

    /** Not for caches that several share: the address comes from the request. */
    @GET
    public HsdsRoot root() {
        request.query();
        return new HsdsRoot(
                VERSION,
                PROFILE,
                request.uri().getBaseUri().resolve("/openapi.yaml").toString());
    }
}
