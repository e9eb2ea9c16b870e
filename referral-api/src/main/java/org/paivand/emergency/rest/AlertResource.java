package org.paivand.emergency.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.emergency.Alert;
import org.paivand.emergency.AlertDesk;
import org.paivand.emergency.rest.EmergencyWire.AlertPage;
import org.paivand.emergency.rest.EmergencyWire.AlertView;
import org.paivand.entry.LogNotWritableException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** Alerts for auditors, and for the agencies whose cases they are about. */
@Path("alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {
    @Inject
    Exchange exchange;

    @Inject
    AlertDesk desk;

    @GET
    @May({Role.AUDITOR, Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION, Role.EMERGENCY_OFFICER})
    public AlertPage list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit)
            throws LogNotWritableException {
        int size = Pages.limit(limit);
        List<Alert> rows = desk.list(exchange.caller(), exchange.id(), Pages.after(after), size + 1);
        return new AlertPage(
                rows.stream().limit(size).map(AlertView::of).toList(),
                Pages.next(
                        rows, size, alert -> new Cursor(alert.at(), alert.id().toString())));
    }
}
