package org.paivand.holding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.desk.OverdueDesk;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.holding.Missed;
import org.paivand.holding.rest.RetentionWire.OverduePage;
import org.paivand.holding.rest.RetentionWire.OverdueView;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** Deadlines of holders that passed: which, whose, for how long. No case. */
@Path("overdue")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OverdueResource {
    @Inject
    Exchange exchange;

    @Inject
    OverdueDesk desk;

    @Inject
    InstantSource clock;

    @GET
    @May({Role.COMMISSION, Role.FOCAL_POINT, Role.AUDITOR})
    public OverduePage list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit)
            throws LogNotWritableException {
        int size = Pages.limit(limit);
        Instant now = clock.instant();
        List<Missed> rows = desk.list(exchange.caller(), exchange.id(), Places.after(after), size + 1);
        return new OverduePage(
                rows.stream()
                        .limit(size)
                        .map(missed -> new OverdueView(
                                missed.kind().code(),
                                missed.subject(),
                                missed.agency().value(),
                                missed.due(),
                                missed.days(now)))
                        .toList(),
                Pages.next(rows, size, missed -> Places.cursor(missed.due(), missed.subject())));
    }
}
