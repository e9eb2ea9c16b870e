package org.paivand.courtorder.rest;

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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.courtorder.CourtOrderDesk;
import org.paivand.courtorder.RecordedOrder;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.entry.LogNotWritableException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.PendingApproval;

/** Recording a court's order, which takes two people of the agency that holds the case. */
@Path("cases/{caseId}/court-orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CourtOrderResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    CourtOrderDesk desk;

    @Inject
    Directories directories;

    /** The contract's NewCourtOrder. */
    public record NewCourtOrder(
            String court,
            String recipient,
            List<String> categories,
            String documentSha256,
            boolean personTold,
            Instant orderedAt,
            Instant notAfter) {}

    /** The contract's CourtOrderDecision. */
    public record OrderView(
            UUID approvalId,
            UUID caseId,
            String state,
            String recordedBy,
            Instant recordedAt,
            String decidedBy,
            Instant decidedAt) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(
            @PathParam("caseId") String caseId,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewCourtOrder body)
            throws LogNotWritableException {
        RecordedOrder order = new RecordedOrder(
                new CaseId(Ids.of(caseId)),
                exchange.caller().agency(),
                Codes.text("/court", body.court(), Jurisdiction::new),
                Codes.of("/recipient", body.recipient(), this::known),
                Set.copyOf(Codes.all("/categories", body.categories(), Category.values().length, Category::of)),
                Codes.text("/documentSha256", body.documentSha256(), Sha256::new),
                body.personTold(),
                body.orderedAt(),
                body.notAfter());
        Approval recorded = desk.record(exchange.caller(), exchange.id(), keys.of(key, request, uri), order);
        return Response.accepted(PendingApproval.of(recorded)).build();
    }

    @POST
    @Path("{id}/confirmation")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public OrderView confirm(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.CONFIRM);
    }

    @POST
    @Path("{id}/rejection")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public OrderView reject(@PathParam("caseId") String caseId, @PathParam("id") String id)
            throws LogNotWritableException {
        return decided(caseId, id, Verdict.REJECT);
    }

    private OrderView decided(String caseId, String id, Verdict verdict) throws LogNotWritableException {
        CaseId ofCase = new CaseId(Ids.of(caseId));
        Approval.Decided decided = desk.decide(exchange.caller(), exchange.id(), ofCase, Ids.of(id), verdict);
        return new OrderView(
                decided.proposal().id(),
                ofCase.value(),
                decided.state().code(),
                decided.proposal().proposedBy(),
                decided.proposal().proposedAt(),
                decided.decidedBy(),
                decided.decidedAt());
    }

    private AgencyId known(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                .id();
    }
}
