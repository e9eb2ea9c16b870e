package org.paivand.reporting.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.section.Exploitation;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;
import org.paivand.entry.LogNotWritableException;
import org.paivand.registry.agency.ReportingTrigger;
import org.paivand.registry.place.Region;
import org.paivand.reporting.ReportingDesk;
import org.paivand.reporting.StatutoryNotification;
import org.paivand.reporting.Tidings;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** What the law has an agency tell another, in codes. */
@Path("statutory-notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatutoryNotificationResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ReportingDesk desk;

    /** The contract's NewStatutoryNotification. */
    public record NewNotification(
            String trigger, String ageGroup, Optional<String> form, Optional<String> region, String month) {}

    /** The contract's StatutoryNotification: codes, and nothing that leads to a case. */
    public record NotificationView(
            UUID notificationId,
            String from,
            String to,
            String trigger,
            String ageGroup,
            Optional<String> form,
            Optional<String> region,
            String month,
            String receivedOn) {
        static NotificationView of(StatutoryNotification told) {
            Tidings tidings = told.tidings();
            return new NotificationView(
                    told.id(),
                    told.from().value(),
                    told.to().value(),
                    tidings.trigger().code(),
                    tidings.ageGroup().code(),
                    tidings.form().map(Exploitation::code),
                    tidings.region().map(Region::code),
                    tidings.month().toString(),
                    told.receivedOn().toString());
        }
    }

    /** The contract's StatutoryNotificationPage. */
    public record NotificationList(List<NotificationView> items, Optional<String> next) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewNotification body)
            throws LogNotWritableException {
        Tidings tidings = new Tidings(
                Codes.of("/trigger", body.trigger(), ReportingTrigger::of),
                Codes.of("/ageGroup", body.ageGroup(), AgeGroup::of),
                body.form().map(form -> Codes.of("/form", form, code -> Coded.of(Exploitation.class, code))),
                body.region().map(region -> Codes.text("/region", region, Region::new)),
                Codes.text("/month", body.month(), StatutoryNotificationResource::month));
        StatutoryNotification told = desk.tell(exchange.caller(), exchange.id(), keys.of(key, request, uri), tidings);
        return Response.status(Response.Status.CREATED)
                .entity(NotificationView.of(told))
                .build();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("no month", malformed);
        }
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public NotificationList list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<StatutoryNotification> rows = desk.list(exchange.caller(), Pages.after(after), size + 1);
        return new NotificationList(
                rows.stream().limit(size).map(NotificationView::of).toList(),
                Pages.next(
                        rows,
                        size,
                        row -> new Cursor(
                                row.receivedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                                row.id().toString())));
    }
}
