package org.paivand.intake.rest;

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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.contact.Concern;
import org.paivand.disclosure.Coded;
import org.paivand.entry.LogNotWritableException;
import org.paivand.intake.DiscardCode;
import org.paivand.intake.Submission;
import org.paivand.intake.Submission.State;
import org.paivand.intake.SubmissionDesk;
import org.paivand.intake.rest.SubmissionWire.NewCaseOfIt;
import org.paivand.intake.rest.SubmissionWire.NewDiscard;
import org.paivand.intake.rest.SubmissionWire.OpenedCase;
import org.paivand.intake.rest.SubmissionWire.SubmissionContent;
import org.paivand.intake.rest.SubmissionWire.SubmissionPage;
import org.paivand.intake.rest.SubmissionWire.SubmissionView;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** What was sent by the form for everybody, for workers of the agency that reads it. */
@Path("submissions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    SubmissionDesk desk;

    @GET
    @May(Role.REFERRER)
    public SubmissionPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Optional<State> wanted =
                Optional.ofNullable(state).map(text -> Codes.of("state", text, SubmissionResource::kept));
        List<Submission> rows = desk.list(exchange.caller(), wanted, Pages.after(after), size + 1);
        return new SubmissionPage(
                rows.stream().limit(size).map(SubmissionView::of).toList(),
                Pages.next(rows, size, row -> new Cursor(row.due(), row.id().toString())));
    }

    private static State kept(String code) {
        State state = State.of(code);
        if (!state.kept()) {
            throw new IllegalArgumentException("nothing is kept of those");
        }
        return state;
    }

    @POST
    @Path("{id}/reading")
    @May(Role.REFERRER)
    public SubmissionContent read(@PathParam("id") String id) throws LogNotWritableException {
        return SubmissionContent.of(desk.read(exchange.caller(), exchange.id(), Ids.of(id)));
    }

    @POST
    @Path("{id}/case")
    @May(Role.REFERRER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewCaseOfIt body)
            throws LogNotWritableException {
        Concern concern = Codes.of("/concern", body.concern(), code -> Coded.of(Concern.class, code));
        OpenedCase opened = new OpenedCase(
                desk.open(exchange.caller(), exchange.id(), keys.of(key, request, uri), Ids.of(id), concern)
                        .id()
                        .value());
        return Response.status(Response.Status.CREATED).entity(opened).build();
    }

    @POST
    @Path("{id}/discard")
    @May(Role.REFERRER)
    @Consumes(MediaType.APPLICATION_JSON)
    public SubmissionView discard(@PathParam("id") String id, NewDiscard body) throws LogNotWritableException {
        DiscardCode code = Codes.of("/code", body.code(), DiscardCode::of);
        return SubmissionView.of(desk.discard(exchange.caller(), exchange.id(), Ids.of(id), code));
    }
}
