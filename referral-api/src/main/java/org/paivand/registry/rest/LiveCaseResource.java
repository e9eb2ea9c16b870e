package org.paivand.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.registry.LiveCaseDesk;
import org.paivand.registry.LiveCases.LiveReferral;
import org.paivand.registry.rest.RegistryWire.LiveCasePage;
import org.paivand.registry.rest.RegistryWire.LiveReferralView;
import org.paivand.rest.Pages;

/** What an agency has under way, by reference: for hand-over when it is suspended. No case is named. */
@Path("agencies/{id}/live-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class LiveCaseResource {
    @Inject
    LiveCaseDesk desk;

    @GET
    @May({Role.REGISTRAR, Role.COMMISSION})
    public LiveCasePage list(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        LiveCaseDesk.LeftBehind left = desk.of(id, Pages.after(after), size + 1);
        List<LiveReferral> rows = left.referrals();
        return new LiveCasePage(
                left.agency().id().value(),
                left.agency().standing().code(),
                left.controlled(),
                rows.stream().limit(size).map(LiveCaseResource::view).toList(),
                Pages.next(
                        rows, size, row -> new Cursor(row.offeredAt(), row.id().toString())));
    }

    private static LiveReferralView view(LiveReferral referral) {
        return new LiveReferralView(
                referral.id(),
                referral.state(),
                referral.from().value(),
                referral.to().value(),
                referral.controller().value(),
                referral.respondBy());
    }
}
