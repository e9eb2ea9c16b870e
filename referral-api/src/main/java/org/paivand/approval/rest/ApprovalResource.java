package org.paivand.approval.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paivand.agreement.AgreementChange;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.registry.ImportChange;
import org.paivand.registry.ItemChange;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/** Changes that wait for a second person, and those that had one. */
@Path("approvals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {
    private static final Set<String> KINDS = Set.of(AgreementChange.KIND, ItemChange.KIND, ImportChange.KIND);

    @Inject
    Exchange exchange;

    @Inject
    ApprovalDesk desk;

    @GET
    @May(Role.REGISTRAR)
    public ApprovalPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<ApprovalState> only =
                Optional.ofNullable(state).map(text -> Codes.among("state", text, ApprovalState.class));
        List<Approval> rows = desk.list(KINDS, only, Pages.after(after), size + 1);
        return new ApprovalPage(
                rows.stream().limit(size).map(ApprovalView::of).toList(),
                Pages.next(rows, size, ApprovalResource::cursor));
    }

    @POST
    @Path("{id}/confirmation")
    @May(Role.REGISTRAR)
    public ApprovalView confirm(@PathParam("id") String id) throws LogNotWritableException {
        return ApprovalView.of(desk.decide(exchange.caller(), exchange.id(), Ids.of(id), Verdict.CONFIRM));
    }

    @POST
    @Path("{id}/rejection")
    @May(Role.REGISTRAR)
    public ApprovalView reject(@PathParam("id") String id) throws LogNotWritableException {
        return ApprovalView.of(desk.decide(exchange.caller(), exchange.id(), Ids.of(id), Verdict.REJECT));
    }

    private static Cursor cursor(Approval approval) {
        return new Cursor(
                approval.proposal().proposedAt(), approval.proposal().id().toString());
    }
}
