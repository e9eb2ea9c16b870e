package org.paivand.handover.rest;

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
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.handover.HandOver;
import org.paivand.handover.HandOver.State;
import org.paivand.handover.HandOverDesk;
import org.paivand.handover.HandOvers.Side;
import org.paivand.handover.Proposal;
import org.paivand.handover.rest.HandOverWire.HandOverPage;
import org.paivand.handover.rest.HandOverWire.HandOverView;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/** Hand-overs as their two agencies see and answer them. */
@Path("hand-overs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HandOverResource {
    @Inject
    Exchange exchange;

    @Inject
    HandOverDesk desk;

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public HandOverPage list(
            @QueryParam("box") @Nullable String box,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        Side side = Codes.among("box", box == null ? "" : box, List.of("inbox", "sent"))
                        .equals("inbox")
                ? Side.TO
                : Side.FROM;
        int size = Pages.limit(limit);
        List<HandOver> rows = desk.list(exchange.caller(), side, Pages.after(after), size + 1);
        return new HandOverPage(
                rows.stream()
                        .limit(size)
                        .map(row -> view(row, exchange.caller()))
                        .toList(),
                Pages.next(rows, size, HandOverResource::cursor));
    }

    @POST
    @Path("{handOverId}/acceptance")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public HandOverView accept(@PathParam("handOverId") String id) throws LogNotWritableException {
        return view(desk.accept(exchange.caller(), exchange.id(), Ids.of(id)), exchange.caller());
    }

    @POST
    @Path("{handOverId}/decline")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public HandOverView decline(@PathParam("handOverId") String id) {
        return view(desk.end(exchange.caller(), Ids.of(id), State.DECLINED), exchange.caller());
    }

    @POST
    @Path("{handOverId}/cancellation")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public HandOverView cancel(@PathParam("handOverId") String id) {
        return view(desk.end(exchange.caller(), Ids.of(id), State.CANCELLED), exchange.caller());
    }

    static HandOverView view(HandOver handOver, Caller caller) {
        Proposal proposal = handOver.proposal();
        boolean accepted = handOver.state() == State.ACCEPTED;
        boolean controls = caller.agency().equals(accepted ? proposal.to() : proposal.from());
        return new HandOverView(
                proposal.id(),
                handOver.state().code(),
                proposal.from().value(),
                proposal.to().value(),
                proposal.purpose().code(),
                proposal.proposedAt(),
                proposal.answerBy(),
                handOver.decidedAt(),
                controls ? Optional.of(proposal.caseId().value()) : Optional.empty());
    }

    private static Cursor cursor(HandOver handOver) {
        return new Cursor(
                handOver.proposal().proposedAt(), handOver.proposal().id().toString());
    }
}
