package org.paivand.holding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.holding.ClosedCases;
import org.paivand.holding.Holdings.Kept;
import org.paivand.holding.RetentionDesk;
import org.paivand.holding.rest.RetentionWire.CaseDuePage;
import org.paivand.holding.rest.RetentionWire.CaseDueView;
import org.paivand.holding.rest.RetentionWire.ErasedView;
import org.paivand.holding.rest.RetentionWire.RetentionPage;
import org.paivand.holding.rest.RetentionWire.RetentionView;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** What an agency has to erase by when. */
@Path("retentions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetentionResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    RetentionDesk desk;

    @Inject
    InstantSource clock;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public RetentionPage list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Instant now = clock.instant();
        List<Kept> rows = desk.kept(exchange.caller(), Places.after(after), size + 1);
        return new RetentionPage(
                rows.stream().limit(size).map(kept -> view(kept, now)).toList(),
                Pages.next(rows, size, kept -> Places.cursor(kept.retainUntil(), kept.disclosure())));
    }

    @POST
    @Path("{disclosure}/erasure")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public ErasedView erased(
            @PathParam("disclosure") String disclosure,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri)
            throws LogNotWritableException {
        UUID id = Ids.of(disclosure);
        return new ErasedView(id, desk.erased(exchange.caller(), exchange.id(), keys.of(key, request, uri), id));
    }

    @GET
    @Path("cases")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public CaseDuePage cases(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<ClosedCases.Due> rows = desk.cases(exchange.caller(), Places.after(after), size + 1);
        return new CaseDuePage(
                rows.stream()
                        .limit(size)
                        .map(due -> new CaseDueView(due.caseId().value(), due.lastChange(), due.since()))
                        .toList(),
                Pages.next(
                        rows,
                        size,
                        due -> Places.cursor(due.lastChange(), due.caseId().value())));
    }

    private RetentionView view(Kept kept, Instant now) {
        return new RetentionView(
                kept.disclosure(),
                kept.reference(),
                NoticeViews.codes(kept.categories()),
                kept.at(),
                kept.retainUntil(),
                desk.state(kept, now).code());
    }
}
