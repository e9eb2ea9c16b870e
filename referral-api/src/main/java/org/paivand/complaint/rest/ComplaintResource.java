package org.paivand.complaint.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.complaint.Complaint;
import org.paivand.complaint.ComplaintDesk;
import org.paivand.complaint.rest.ComplaintWire.ComplaintPage;
import org.paivand.complaint.rest.ComplaintWire.ComplaintView;
import org.paivand.complaint.rest.ComplaintWire.NewAnswer;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.entry.LogNotWritableException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/** All complaints, for the Commission, which answers them, and for auditors. No case. */
@Path("complaints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ComplaintResource {
    @Inject
    Exchange exchange;

    @Inject
    ComplaintDesk desk;

    @Inject
    InstantSource clock;

    @GET
    @May({Role.COMMISSION, Role.AUDITOR})
    public ComplaintPage list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws LogNotWritableException {
        int size = Pages.limit(limit);
        Instant now = clock.instant();
        boolean forAuditor = exchange.caller().is(Role.AUDITOR);
        List<Complaint> rows = desk.list(exchange.caller(), exchange.id(), open(state), Pages.after(after), size + 1);
        return new ComplaintPage(
                rows.stream()
                        .limit(size)
                        .map(complaint -> ComplaintView.of(complaint, forAuditor, now))
                        .toList(),
                Pages.next(
                        rows,
                        size,
                        complaint ->
                                new Cursor(complaint.filedAt(), complaint.id().toString())));
    }

    @POST
    @Path("{id}/answer")
    @May(Role.COMMISSION)
    @Consumes(MediaType.APPLICATION_JSON)
    public ComplaintView answer(@PathParam("id") String id, NewAnswer body) throws LogNotWritableException {
        ComplaintOutcome outcome = Codes.of("/outcome", body.outcome(), ComplaintOutcome::of);
        Complaint answered = desk.answer(exchange.caller(), exchange.id(), Ids.of(id), outcome);
        return ComplaintView.of(answered, false, clock.instant());
    }

    private static Optional<Boolean> open(@Nullable String state) {
        if (state == null) {
            return Optional.empty();
        }
        return Optional.of(
                Codes.among("state", state, List.of("open", "answered")).equals("open"));
    }
}
