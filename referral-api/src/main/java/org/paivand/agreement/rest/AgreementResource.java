package org.paivand.agreement.rest;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.paivand.agreement.AgreementDesk;
import org.paivand.agreement.Sides;
import org.paivand.approval.Approval;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.rest.Exchange;
import org.paivand.rest.IdPages;
import org.paivand.rest.Instants;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;
import org.paivand.rest.PendingApproval;

/** What agencies and countries agreed. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AgreementResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    AgreementDesk desk;

    @POST
    @May(Role.REGISTRAR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewAgreement body)
            throws LogNotWritableException {
        IdempotencyKey once = keys.of(key, request, uri);
        IntFunction<Agreement> draft = AgreementParser.draft(body);
        Approval approval = desk.propose(exchange.caller(), exchange.id(), once, body.agreementId(), draft);
        return Response.accepted(PendingApproval.of(approval)).build();
    }

    @GET
    @May
    public AgreementPage list(
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<Agreement> rows = desk.list(IdPages.after(after), instant(asOf), size + 1);
        return new AgreementPage(
                rows.stream().limit(size).map(AgreementView::of).toList(), IdPages.next(rows, size, Agreement::id));
    }

    @GET
    @Path("matrix")
    @May
    public MatrixView matrix(
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("fromAgency") @Nullable String fromAgency,
            @QueryParam("toAgency") @Nullable String toAgency,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("asOf") @Nullable String asOf) {
        Sides sides = SidesParser.sides(from, to, fromAgency, toAgency);
        return MatrixView.of(sides, desk.matrix(sides, SidesParser.purposes(purpose), instant(asOf)));
    }

    private static Optional<Instant> instant(@Nullable String asOf) {
        return asOf == null ? Optional.empty() : Optional.of(Instants.of("asOf", asOf));
    }
}
