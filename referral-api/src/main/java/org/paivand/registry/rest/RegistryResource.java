package org.paivand.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.registry.ChangeNotice;
import org.paivand.registry.ItemName;
import org.paivand.registry.RecordedChange;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.record.RegistryKind;
import org.paivand.registry.rest.RegistryWire.ChangePage;
import org.paivand.registry.rest.RegistryWire.ChangeView;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Instants;
import org.paivand.rest.Pages;
import org.paivand.rest.PendingApproval;

/** The registry item by item, with its past, for everybody to read; and the way to change it. */
@Path("registry")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RegistryResource {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    @Inject
    Exchange exchange;

    @Inject
    RegistryDesk desk;

    @GET
    @Path("{kind}/{id}")
    @May
    public Response read(
            @PathParam("kind") String kind, @PathParam("id") String id, @QueryParam("asOf") @Nullable String asOf) {
        RecordedChange item = desk.read(
                new ItemName(Codes.of("kind", kind, RegistryResource::kind), id),
                Optional.ofNullable(asOf).map(text -> Instants.of("asOf", text)));
        return Response.ok(new RegistryDocument(item))
                .header(HttpHeaders.ETAG, Conditions.etag(item.version()))
                .build();
    }

    @PUT
    @Path("{kind}/{id}")
    @May({Role.REGISTRAR, Role.PROVIDER})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws LogNotWritableException {
        int expected = Conditions.createOrReplace(ifNoneMatch, ifMatch);
        ItemName name = new ItemName(Codes.of("kind", kind, RegistryResource::kind), id);
        return desk.change(exchange.caller(), exchange.id(), name, expected, exchange.body())
                .fold(
                        made -> Response.noContent()
                                .header(HttpHeaders.ETAG, Conditions.etag(made.version()))
                                .build(),
                        waiting -> Response.accepted(PendingApproval.of(waiting.approval()))
                                .build());
    }

    @GET
    @Path("changes")
    @May
    public ChangePage changes(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        long behind = after == null ? 0 : Codes.text("after", after, RegistryResource::number);
        List<ChangeNotice> rows = desk.changes(behind, size + 1);
        List<ChangeView> items =
                rows.stream().limit(size).map(RegistryResource::view).toList();
        return new ChangePage(
                items, rows.size() > size ? Optional.of(items.get(size - 1).number()) : Optional.empty());
    }

    /** Agreements have a resource of their own: two registrars add their versions there. */
    private static RegistryKind kind(String code) {
        RegistryKind kind = RegistryKind.of(code);
        if (kind == RegistryKind.AGREEMENT) {
            throw new IllegalArgumentException("not an item of the book alone");
        }
        return kind;
    }

    private static long number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number of a change");
        }
        return Long.parseLong(text);
    }

    private static ChangeView view(ChangeNotice notice) {
        return new ChangeView(
                notice.number(),
                notice.at(),
                notice.name().kind().code(),
                notice.name().id(),
                notice.version(),
                notice.sha256().hex());
    }
}
