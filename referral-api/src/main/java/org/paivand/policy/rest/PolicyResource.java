package org.paivand.policy.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.entry.LogNotWritableException;
import org.paivand.policy.PolicyDesk;
import org.paivand.policy.rest.PolicyWire.NewPolicy;
import org.paivand.policy.rest.PolicyWire.PolicyList;
import org.paivand.policy.rest.PolicyWire.PolicyText;
import org.paivand.policy.rest.PolicyWire.ProposalPage;
import org.paivand.policy.rest.PolicyWire.ProposalView;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Instants;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** The rules that decide, for everybody to read and for two people of the commission to change. */
@Path("policies")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PolicyResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    PolicyDesk desk;

    @GET
    @May
    public PolicyList list() {
        return PolicyViews.list(desk.timeline(), desk.now());
    }

    @GET
    @Path("{sha256}")
    @May
    public PolicyText read(@PathParam("sha256") String sha256) {
        return PolicyViews.text(desk.document(hash(sha256)));
    }

    @POST
    @May(Role.COMMISSION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewPolicy body)
            throws LogNotWritableException {
        Instant validFrom = Instants.of("/validFrom", body.validFrom());
        PolicyDesk.Compared proposed = desk.propose(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), document(body.document()), validFrom);
        return Response.accepted(PolicyViews.proposal(proposed)).build();
    }

    @GET
    @Path("proposals")
    @May(Role.COMMISSION)
    public ProposalPage proposals(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<ApprovalState> only =
                Optional.ofNullable(state).map(text -> Codes.among("state", text, ApprovalState.class));
        List<PolicyDesk.Compared> rows = desk.proposals(only, Pages.after(after), size + 1);
        return new ProposalPage(
                rows.stream().limit(size).map(PolicyViews::proposal).toList(),
                Pages.next(rows, size, PolicyResource::cursor));
    }

    @POST
    @Path("proposals/{id}/confirmation")
    @May(Role.COMMISSION)
    public ProposalView confirm(@PathParam("id") String id) throws LogNotWritableException {
        return PolicyViews.proposal(desk.decide(exchange.caller(), exchange.id(), Ids.of(id), Verdict.CONFIRM));
    }

    @POST
    @Path("proposals/{id}/rejection")
    @May(Role.COMMISSION)
    public ProposalView reject(@PathParam("id") String id) throws LogNotWritableException {
        return PolicyViews.proposal(desk.decide(exchange.caller(), exchange.id(), Ids.of(id), Verdict.REJECT));
    }

    /** Names where the document is wrong, and never what stands there. */
    private static PolicyDocument document(String text) {
        try {
            return PolicyDocument.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidDocumentException wrong) {
            throw ProblemException.invalid("/document" + wrong.pointer(), "bad-pattern");
        }
    }

    private static Sha256 hash(String text) {
        try {
            return Sha256.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }

    private static Cursor cursor(PolicyDesk.Compared compared) {
        Approval approval = compared.approval();
        return new Cursor(
                approval.proposal().proposedAt(), approval.proposal().id().toString());
    }
}
