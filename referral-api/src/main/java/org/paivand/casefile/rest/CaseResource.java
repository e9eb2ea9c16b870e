package org.paivand.casefile.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseFile.SectionHeader;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.Cases.Opened;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.disclosure.Category;
import org.paivand.rest.BoundCursor;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Instants;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** Cases of the agency that asks. */
@Path("cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    CaseDesk desk;

    @POST
    @May(Role.REFERRER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewCase unusedBody) {
        CaseFile file = desk.open(exchange.caller(), keys.of(key, request, uri));
        return Response.created(URI.create("/api/v1/cases/" + file.id()))
                .header(HttpHeaders.ETAG, Conditions.etag(file.version()))
                .entity(CaseOverview.of(file))
                .build();
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public CasePage list(
            @QueryParam("openedSince") @Nullable String openedSince,
            @QueryParam("openedBefore") @Nullable String openedBefore,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Opened opened = new Opened(instant("openedSince", openedSince), instant("openedBefore", openedBefore));
        BoundCursor place = BoundCursor.to(opened.since(), opened.before());
        List<CaseFile> rows =
                desk.list(exchange.caller(), opened, place.after(after).map(CaseResource::cursor), size + 1);
        return new CasePage(
                rows.stream().limit(size).map(CaseOverview::of).toList(),
                rows.size() <= size ? Optional.empty() : Optional.of(next(place, rows.get(size - 1))));
    }

    @GET
    @Path("{caseId}")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response read(@PathParam("caseId") String caseId) {
        CaseFile file = desk.read(exchange.caller(), new CaseId(Ids.of(caseId)));
        return Response.ok(CaseOverview.of(file))
                .header(HttpHeaders.ETAG, Conditions.etag(file.version()))
                .build();
    }

    @PUT
    @Path("{caseId}/sections/{category}")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("caseId") String caseId,
            @PathParam("category") String category,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        int expected = Conditions.createOrReplace(ifNoneMatch, ifMatch);
        Category named = Codes.of("category", category, Category::of);
        desk.requireWritable(exchange.caller(), named);
        SectionHeader header = desk.write(
                exchange.caller(),
                new CaseId(Ids.of(caseId)),
                SectionBodies.parse(named, exchange.body(), ""),
                expected);
        return Response.noContent()
                .header(HttpHeaders.ETAG, Conditions.etag(header.version()))
                .build();
    }

    private static Optional<Instant> instant(String name, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> Instants.of(name, given));
    }

    private static Cursor cursor(List<String> parts) {
        return Codes.text("after", String.join(" ", parts), text -> {
            int space = text.indexOf(' ');
            return new Cursor(
                    BoundCursor.time(text.substring(0, Math.max(0, space))),
                    UUID.fromString(text.substring(space + 1)).toString());
        });
    }

    private static String next(BoundCursor place, CaseFile last) {
        return place.text(BoundCursor.text(last.openedAt()), last.id().toString());
    }
}
