package org.paivand.handover.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.handover.HandOver;
import org.paivand.handover.HandOverDesk;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Proposing that a case pass to another controller. */
@Path("cases/{caseId}/hand-overs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NewHandOverResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    HandOverDesk desk;

    @Inject
    Directories directories;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(
            @PathParam("caseId") String caseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            HandOverWire.NewHandOver body)
            throws LogNotWritableException {
        HandOverDesk.Wanted wanted = new HandOverDesk.Wanted(
                Codes.of("/to", body.to(), this::other),
                Codes.of("/purpose", body.purpose(), Purpose::of),
                body.consentId());
        HandOver proposed = desk.propose(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), new CaseId(Ids.of(caseId)), wanted);
        return Response.created(
                        URI.create("/api/v1/hand-overs/" + proposed.proposal().id()))
                .entity(HandOverResource.view(proposed, exchange.caller()))
                .build();
    }

    private AgencyId other(String code) {
        AgencyId id = new AgencyId(code);
        if (id.equals(exchange.caller().agency())) {
            throw ProblemException.invalid("/to", "contradiction");
        }
        return directories
                .current()
                .agency(id)
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                .id();
    }
}
