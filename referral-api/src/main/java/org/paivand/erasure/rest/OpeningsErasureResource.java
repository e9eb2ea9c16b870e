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
import org.paivand.entry.LogNotWritableException;
import org.paivand.erasure.OpeningsDesk;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.PendingApproval;

/** Shredding a year's openings, which takes two people of the Commission. */
@Path("openings/{year}/erasure")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpeningsErasureResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    OpeningsDesk desk;

    /** The contract's OpeningsErasure. */
    public record OpeningsErasureView(
            UUID approvalId,
            int year,
            String state,
            String requestedBy,
            Instant requestedAt,
            String decidedBy,
            Instant decidedAt) {}

    @POST
    @May(Role.COMMISSION)
    public Response propose(
            @PathParam("year") String year,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri)
            throws LogNotWritableException {
        Approval proposed = desk.propose(exchange.caller(), exchange.id(), keys.of(key, request, uri), year(year));
        return Response.accepted(PendingApproval.of(proposed)).build();
    }

    @POST
    @Path("{id}/confirmation")
    @May(Role.COMMISSION)
    public OpeningsErasureView confirm(@PathParam("year") String year, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(year(year), id, Verdict.CONFIRM);
    }

    @POST
    @Path("{id}/rejection")
    @May(Role.COMMISSION)
    public OpeningsErasureView reject(@PathParam("year") String year, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(year(year), id, Verdict.REJECT);
    }

    private OpeningsErasureView decided(int year, String id, Verdict verdict) throws LogNotWritableException {
        Approval.Decided decided = desk.decide(exchange.caller(), exchange.id(), year, Ids.of(id), verdict);
        return new OpeningsErasureView(
                decided.proposal().id(),
                year,
                decided.state().code(),
                decided.proposal().proposedBy(),
                decided.proposal().proposedAt(),
                decided.decidedBy(),
                decided.decidedAt());
    }

    /** Something that can't be a year sealed nothing. */
    private static int year(String text) {
        if (!text.matches("[1-9][0-9]{3}")) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return Integer.parseInt(text);
    }
}
