package org.paivand.launcher.standin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Tells the agency of a caller who has the role of a referrer. */
@Path("/whoami")
@Dependent
public class WhoAmI {
    private final JsonWebToken token;

    @Inject
    public WhoAmI(JsonWebToken token) {
        this.token = token;
    }

    @GET
    @RolesAllowed("referrer")
    @Produces(MediaType.TEXT_PLAIN)
    public String agency() {
        return token.<String>claim("agency").orElse("");
    }
}
