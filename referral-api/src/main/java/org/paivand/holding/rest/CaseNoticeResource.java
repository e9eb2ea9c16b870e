package org.paivand.holding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.StopUseNotice;
import org.paivand.holding.rest.NoticeWire.CaseNoticePage;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/** What others were asked about a case, and how they answered, for its controller. */
@Path("cases/{caseId}/stop-use-notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseNoticeResource {
    @Inject
    Exchange exchange;

    @Inject
    NoticeDesk desk;

    @Inject
    InstantSource clock;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public CaseNoticePage list(
            @PathParam("caseId") String caseId,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        CaseId id = new CaseId(Ids.of(caseId));
        int size = Pages.limit(limit);
        Instant now = clock.instant();
        List<StopUseNotice> rows = desk.about(exchange.caller(), id, Places.after(after), size + 1);
        return new CaseNoticePage(
                rows.stream()
                        .limit(size)
                        .map(notice -> NoticeViews.forController(notice, now))
                        .toList(),
                Pages.next(rows, size, notice -> Places.cursor(notice.at(), notice.id())));
    }
}
