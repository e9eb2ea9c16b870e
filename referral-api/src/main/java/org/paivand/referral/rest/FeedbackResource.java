package org.paivand.referral.rest;

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
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.referral.FeedbackDesk;
import org.paivand.referral.Feedbacks;
import org.paivand.referral.ReferralId;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** What the person said of the help: written by the provider, and read by nobody here; a release tells the sender. */
@Path("referrals/{id}/feedback")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {
    @Inject
    Exchange exchange;

    @Inject
    FeedbackDesk desk;

    @GET
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response read(@PathParam("id") String id) {
        Feedbacks.Kept kept = desk.find(exchange.caller(), new ReferralId(Ids.of(id)));
        return Response.ok(new Wire.FeedbackNote(kept.version(), kept.at()))
                .header(HttpHeaders.ETAG, Conditions.etag(kept.version()))
                .build();
    }

    @PUT
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws CaseKeyException {
        int expected = Conditions.createOrReplace(ifNoneMatch, ifMatch);
        int version = desk.write(
                exchange.caller(), new ReferralId(Ids.of(id)), expected, SectionBodies.personsAnswer(exchange.body()));
        return Response.noContent()
                .header(HttpHeaders.ETAG, Conditions.etag(version))
                .build();
    }
}
