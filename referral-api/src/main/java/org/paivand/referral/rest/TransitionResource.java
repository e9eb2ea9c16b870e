package org.paivand.referral.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.WorkerId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.Outcome;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Step;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/**
 * One referral, and what its parties do with it; each resource below it is a transition of its state. The referral itself is
 * read here and not beside the list: Jersey looks no further than the longest path of a class.
 */
@Path("referrals/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TransitionResource {
    private static final int MOST_SERVICES = 30;

    @Inject
    Exchange exchange;

    @Inject
    ReferralDesk desk;

    @PathParam("id")
    String id = "";

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response read() {
        return done(desk.find(exchange.caller(), new ReferralId(Ids.of(id)))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND)));
    }

    @POST
    @Path("acceptance")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response accept(@QueryParam("waiting") @Nullable String waiting) {
        boolean withoutAPlace = waiting != null && Codes.of("waiting", waiting, TransitionResource::truth);
        return done(desk.accept(exchange.caller(), mine(), expected(), withoutAPlace));
    }

    @POST
    @Path("decline")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decline(Wire.Decline body) {
        DeclineCode code = Codes.of("/code", body.code(), DeclineCode::of);
        return done(desk.decline(exchange.caller(), mine(), expected(), code));
    }

    @POST
    @Path("cancellation")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response cancel() {
        return done(desk.cancel(exchange.caller(), mine(), expected()));
    }

    @POST
    @Path("progress")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response proceed(Wire.Progress body) {
        Step step = Codes.of("/step", body.step(), Step::of);
        return done(desk.proceed(exchange.caller(), mine(), expected(), step));
    }

    @POST
    @Path("completion")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(Wire.Completion body) {
        Outcome outcome = Codes.of("/outcomeCode", body.outcomeCode(), Outcome::of);
        List<ServiceType> delivered = body.servicesDelivered().isEmpty()
                ? List.of()
                : Codes.all("/servicesDelivered", body.servicesDelivered(), MOST_SERVICES, ServiceType::of);
        return done(desk.complete(exchange.caller(), mine(), expected(), outcome, delivered));
    }

    @POST
    @Path("assignments")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response assign(Wire.Assignment body) {
        WorkerId worker = Codes.text("/worker", body.worker(), WorkerId::of);
        return done(desk.assign(exchange.caller(), mine(), expected(), worker));
    }

    /** The id, once it is sure that the caller is a party; a stranger learns nothing from what else is wrong. */
    private ReferralId mine() {
        ReferralId referral = new ReferralId(Ids.of(id));
        if (desk.find(exchange.caller(), referral).isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return referral;
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private Optional<Integer> expected() {
        return Conditions.ifMatch(ifMatch);
    }

    private static Response done(Standing standing) {
        return Response.ok(Views.view(standing))
                .header(HttpHeaders.ETAG, Conditions.etag(standing.stored().version()))
                .build();
    }
}
