package org.paivand.person.rest;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.person.KnownWorker;
import org.paivand.person.Overview.Choice;
import org.paivand.person.WorkerDesk;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Workers whom a person can bar through an officer of the case's controller. */
@Path("cases/{caseId}/workers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkerResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    WorkerDesk desk;

    /** The contract's Worker: where somebody works and since when, and not who it is. */
    public record WorkerView(String handle, String agency, Instant since) {
        static WorkerView of(Choice choice) {
            return new WorkerView(
                    choice.handle(),
                    choice.agency().value(),
                    choice.worker().map(KnownWorker::since).orElseThrow());
        }
    }

    /** The contract's WorkerList. */
    public record WorkerList(List<WorkerView> items) {}

    /** The contract's WorkerBar. */
    public record BarView(UUID consentId) {}

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public WorkerList list(@PathParam("caseId") String caseId) {
        return new WorkerList(desk.list(exchange.caller(), new CaseId(Ids.of(caseId))).stream()
                .map(WorkerView::of)
                .toList());
    }

    @POST
    @Path("{handle}/bar")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response bar(
            @PathParam("caseId") String caseId,
            @PathParam("handle") String handle,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri)
            throws LogNotWritableException {
        UUID consent = desk.bar(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), new CaseId(Ids.of(caseId)), handle);
        return Response.status(201).entity(new BarView(consent)).build();
    }
}
