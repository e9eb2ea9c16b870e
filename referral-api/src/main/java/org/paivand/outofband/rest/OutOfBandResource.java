package org.paivand.outofband.rest;

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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.entry.LogNotWritableException;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.outofband.OutOfBandDesk;
import org.paivand.outofband.Telling;
import org.paivand.outofband.rest.OutOfBandWire.NewOutOfBandDisclosure;
import org.paivand.outofband.rest.OutOfBandWire.OutOfBandDisclosureView;
import org.paivand.outofband.rest.OutOfBandWire.OutOfBandPage;
import org.paivand.paper.FormNumber;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Instants;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** What was told outside, for whoever controls the case. */
@Path("cases/{caseId}/out-of-band-disclosures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OutOfBandResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    OutOfBandDesk desk;

    @Inject
    Directories directories;

    @PathParam("caseId")
    String caseId = "";

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewOutOfBandDisclosure body)
            throws LogNotWritableException {
        Recorded recorded =
                desk.record(exchange.caller(), exchange.id(), keys.of(key, request, uri), caseId(), telling(body));
        return Response.status(Response.Status.CREATED).entity(view(recorded)).build();
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public OutOfBandPage list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<Recorded> rows = desk.list(exchange.caller(), caseId(), Pages.after(after), size + 1);
        return new OutOfBandPage(
                rows.stream().limit(size).map(this::view).toList(),
                Pages.next(
                        rows,
                        size,
                        row -> new Cursor(
                                row.event().head().occurredAt(),
                                row.event().head().eventId().toString())));
    }

    private CaseId caseId() {
        return new CaseId(Ids.of(caseId));
    }

    private OutOfBandDisclosureView view(Recorded recorded) {
        return OutOfBandDisclosureView.of(recorded, exchange.texts().language());
    }

    private Telling telling(NewOutOfBandDisclosure body) {
        return new Telling(
                code("/channel", body.channel(), OutOfBandChannel.class),
                Instants.of("/occurredAt", body.occurredAt()).truncatedTo(ChronoUnit.MILLIS),
                Codes.of("/recordedFor", body.recordedFor(), this::known),
                body.recipient().map(agency -> Codes.of("/recipient", agency, this::known)),
                body.outsider().map(kind -> code("/outsider", kind, Outsider.class)),
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Set.copyOf(Codes.all("/categories", body.categories(), Category.values().length, Category::of)),
                body.consentId(),
                body.noConsent().map(reason -> code("/noConsent", reason, NoConsentReason.class)),
                body.corrects(),
                body.formNumber().map(number -> Codes.text("/formNumber", number, FormNumber::typed)));
    }

    private static <E extends Enum<E> & Coded> E code(String pointer, String text, Class<E> list) {
        return Codes.of(pointer, text, code -> Coded.of(list, code));
    }

    private AgencyId known(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .map(Agency::id)
                .orElseThrow(() -> new IllegalArgumentException("not an agency of the registry"));
    }
}
