package org.paivand.restatement.rest;

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
import org.paivand.approval.Approval;
import org.paivand.approval.Proposal;
import org.paivand.approval.Verdict;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.PendingApproval;
import org.paivand.restatement.RestatementDesk;

/** Letting a case release again whose consents were lost, which takes two people of its controller. */
@Path("cases/{caseId}/consent-restatement")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RestatementResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    RestatementDesk desk;

    /** One that waits for a second person. */
    public record WaitingView(UUID approvalId, String requestedBy, Instant requestedAt) {
        static WaitingView of(Proposal proposal) {
            return new WaitingView(proposal.id(), proposal.proposedBy(), proposal.proposedAt());
        }
    }

    /** The contract's ConsentStanding. */
    public record StandingView(boolean lost, List<WaitingView> waiting) {}

    /** The contract's Restatement. */
    public record RestatementView(
            UUID approvalId,
            UUID caseId,
            String state,
            String requestedBy,
            Instant requestedAt,
            String decidedBy,
            Instant decidedAt) {}

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public StandingView read(@PathParam("caseId") String caseId) {
        RestatementDesk.Standing standing = desk.read(exchange.caller(), new CaseId(Ids.of(caseId)));
        return new StandingView(
                standing.lost(),
                standing.waiting().stream().map(WaitingView::of).toList());
    }

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
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
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public RestatementView confirm(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.CONFIRM);
    }

    @POST
    @Path("{id}/rejection")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public RestatementView reject(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.REJECT);
    }

    private RestatementView decided(String caseId, String id, Verdict verdict) throws LogNotWritableException {
        CaseId ofCase = new CaseId(Ids.of(caseId));
        Approval.Decided decided = desk.decide(exchange.caller(), exchange.id(), ofCase, Ids.of(id), verdict);
        return new RestatementView(
                decided.proposal().id(),
                ofCase.value(),
                decided.state().code(),
                decided.proposal().proposedBy(),
                decided.proposal().proposedAt(),
                decided.decidedBy(),
                decided.decidedAt());
    }
}
