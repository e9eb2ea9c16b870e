package org.paivand.emergency.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.rest.EmergencyWire.EmergencyView;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.release.LoggedDisclosure;
import org.paivand.rest.CountedApart;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** An emergency while it lives. */
@Path("emergencies/{id}")
@RequestScoped
@CountedApart
@Produces(MediaType.APPLICATION_JSON)
public class EmergencyResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    EmergencyDesk desk;

    @Inject
    InstantSource clock;

    @PathParam("id")
    String id = "";

    @GET
    @May({Role.EMERGENCY_OFFICER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public EmergencyView read() {
        return EmergencyView.of(desk.read(exchange.caller(), Ids.of(id)), clock.instant());
    }

    @POST
    @Path("confirmation")
    @May
    public EmergencyView confirm() throws LogNotWritableException {
        return EmergencyView.of(desk.confirm(exchange.caller(), exchange.id(), Ids.of(id)), clock.instant());
    }

    @POST
    @Path("releases")
    @May({Role.EMERGENCY_OFFICER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public LoggedDisclosure pull(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Context Request request, @Context UriInfo uri)
            throws CaseKeyException, LogNotWritableException {
        if (exchange.caller().worker().isEmpty()) {
            throw ProblemException.of(ProblemCode.WORKER_REQUIRED);
        }
        return desk.pull(exchange.caller(), exchange.id(), keys.of(key, request, uri), Ids.of(id));
    }
}
