package org.paivand.erasure.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.erasure.ErasureDesk;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.PendingApproval;

/** Erasing a case, which takes two people of its controller. */
@Path("cases/{caseId}/erasure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ErasureResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ErasureDesk desk;

    /** The contract's Erasure. */
    public record ErasureView(
            UUID approvalId,
            UUID caseId,
            String state,
            String requestedBy,
            Instant requestedAt,
            String decidedBy,
            Instant decidedAt) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response propose(
            @PathParam("caseId") String caseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri)
            throws LogNotWritableException {
        CaseId id = new CaseId(Ids.of(caseId));
        Approval proposed = desk.propose(exchange.caller(), exchange.id(), keys.of(key, request, uri), id);
        return Response.accepted(PendingApproval.of(proposed)).build();
    }

    @POST
    @Path("{id}/confirmation")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public ErasureView confirm(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.CONFIRM);
    }

    @POST
    @Path("{id}/rejection")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public ErasureView reject(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.REJECT);
    }

    private ErasureView decided(String caseId, String id, Verdict verdict) throws LogNotWritableException {
        CaseId ofCase = new CaseId(Ids.of(caseId));
        Approval.Decided decided = desk.decide(exchange.caller(), exchange.id(), ofCase, Ids.of(id), verdict);
        return new ErasureView(
                decided.proposal().id(),
                ofCase.value(),
                decided.state().code(),
                decided.proposal().proposedBy(),
                decided.proposal().proposedAt(),
                decided.decidedBy(),
                decided.decidedAt());
    }
}
