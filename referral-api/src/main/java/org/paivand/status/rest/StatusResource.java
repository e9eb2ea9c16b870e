package org.paivand.status.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.Coded;
import org.paivand.entry.LogNotWritableException;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.status.Ground;
import org.paivand.status.StatusDecision;
import org.paivand.status.StatusDesk;
import org.paivand.status.TraffickingStatus;

/** A status body's decision, through the referral by which it was asked for one. */
@Path("referrals/{id}/status-decision")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {
    /** The contract's limit; older ones stay and aren't shown. */
    private static final int MOST_SHOWN = 20;

    @Inject
    Exchange exchange;

    @Inject
    StatusDesk desk;

    @PathParam("id")
    String id = "";

    /** The contract's NewStatusDecision. */
    public record NewStatusDecision(String status, String ground) {}

    /** The contract's StatusDecision. */
    public record StatusDecisionView(List<Made> decisions) {}

    /** One of the decisions. */
    public record Made(int version, String status, String ground, Instant decidedAt) {}

    @PUT
    @May(Role.PROVIDER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewStatusDecision body)
            throws CaseKeyException, LogNotWritableException {
        int version = desk.decide(
                exchange.caller(),
                exchange.id(),
                Ids.of(id),
                Conditions.createOrReplace(ifNoneMatch, ifMatch),
                Codes.of("/status", body.status(), code -> Coded.of(TraffickingStatus.class, code)),
                Codes.of("/ground", body.ground(), code -> Coded.of(Ground.class, code)));
        return Response.noContent()
                .header(HttpHeaders.ETAG, Conditions.etag(version))
                .build();
    }

    @GET
    @May(Role.PROVIDER)
    public Response read() throws CaseKeyException, LogNotWritableException {
        List<StatusDecision> made = desk.read(exchange.caller(), exchange.id(), Ids.of(id));
        return Response.ok(new StatusDecisionView(made.stream()
                        .limit(MOST_SHOWN)
                        .map(StatusResource::view)
                        .toList()))
                .header(HttpHeaders.ETAG, Conditions.etag(made.get(0).version()))
                .build();
    }

    private static Made view(StatusDecision made) {
        return new Made(made.version(), made.status().code(), made.ground().code(), made.decidedAt());
    }
}
