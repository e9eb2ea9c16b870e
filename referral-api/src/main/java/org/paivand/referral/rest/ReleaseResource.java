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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.Category;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Pulls;
import org.paivand.referral.ReferralId;
import org.paivand.release.Deliberated;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.rest.DecisionViews;
import org.paivand.release.rest.ReleaseWire;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Pulling the categories that are released through a referral. */
@Path("referrals/{id}/releases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    Pulls pulls;

    @GET
    @May({Role.PROVIDER, Role.REFERRER, Role.CHILD_PROTECTION})
    public ReleaseWire.Permissions permissions(@PathParam("id") String id) throws CaseKeyException {
        ReferralId referral = new ReferralId(Ids.of(id));
        Deliberated standing = pulls.permissions(exchange.caller(), referral);
        DecisionViews views = new DecisionViews(exchange.texts().language());
        return new ReleaseWire.Permissions(
                referral.value(), standing.input().decidedAt(), views.forRecipient(standing));
    }

    @POST
    @May({Role.PROVIDER, Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public LoggedDisclosure pull(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            ReleaseWire.NewRelease body)
            throws CaseKeyException, LogNotWritableException {
        if (exchange.caller().worker().isEmpty()) {
            throw ProblemException.of(ProblemCode.WORKER_REQUIRED);
        }
        Set<Category> categories =
                Set.copyOf(Codes.all("/categories", body.categories(), Category.values().length, Category::of));
        return pulls.pull(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), new ReferralId(Ids.of(id)), categories);
    }
}
