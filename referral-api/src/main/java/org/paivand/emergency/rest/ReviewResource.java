package org.paivand.emergency.rest;

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
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.emergency.ReviewDesk;
import org.paivand.emergency.ReviewState;
import org.paivand.emergency.rest.EmergencyWire.LateReview;
import org.paivand.emergency.rest.EmergencyWire.LateReviewPage;
import org.paivand.emergency.rest.EmergencyWire.NewReview;
import org.paivand.emergency.rest.EmergencyWire.ReasonsView;
import org.paivand.emergency.rest.EmergencyWire.ReviewQueue;
import org.paivand.emergency.rest.EmergencyWire.ReviewView;
import org.paivand.entry.LogNotWritableException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/** Reviews of emergencies by another agency. */
@Path("reviews")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReviewResource {
    @Inject
    Exchange exchange;

    @Inject
    ReviewDesk desk;

    @GET
    @May(Role.REVIEWER)
    public ReviewQueue list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws CaseKeyException {
        int size = Pages.limit(limit);
        ReviewState wanted = ReviewState.of(Codes.among(
                "state",
                state == null ? "due" : state,
                Stream.of(ReviewState.values()).map(ReviewState::code).toList()));
        List<ReviewDesk.Row> rows = desk.queue(exchange.caller(), wanted, Pages.after(after), size + 1);
        return new ReviewQueue(
                rows.stream().limit(size).map(ReviewView::of).toList(),
                Pages.next(
                        rows,
                        size,
                        row -> new Cursor(
                                row.emergency().reviewDue().orElseThrow(),
                                row.emergency().id().toString())));
    }

    @GET
    @Path("overdue")
    @May({Role.COMMISSION, Role.AUDITOR})
    public LateReviewPage late(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<ReviewDesk.Late> rows = desk.late(Pages.after(after), size + 1);
        return new LateReviewPage(
                rows.stream().limit(size).map(LateReview::of).toList(),
                Pages.next(
                        rows,
                        size,
                        late -> new Cursor(late.due(), late.emergency().toString())));
    }

    @GET
    @Path("{id}")
    @May(Role.REVIEWER)
    public ReasonsView read(@PathParam("id") String id) throws CaseKeyException, LogNotWritableException {
        return ReasonsView.of(desk.read(exchange.caller(), exchange.id(), Ids.of(id)));
    }

    @POST
    @Path("{id}/verdict")
    @May(Role.REVIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    public ReviewView judge(@PathParam("id") String id, NewReview body)
            throws CaseKeyException, LogNotWritableException {
        ReviewFinding finding = Codes.of("/finding", body.finding(), code -> Coded.of(ReviewFinding.class, code));
        return ReviewView.of(desk.judge(exchange.caller(), exchange.id(), Ids.of(id), finding));
    }

    @GET
    @Path("{id}/replay")
    @May(Role.REVIEWER)
    public ReplayPage replay(@PathParam("id") String id)
            throws CaseKeyException, LogNotWritableException, LogUnavailableException {
        return ReplayPage.of(desk.replay(exchange.caller(), exchange.id(), Ids.of(id)));
    }
}
