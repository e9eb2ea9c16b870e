package org.paivand.referral.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.entry.LogNotWritableException;
import org.paivand.referral.FirstContact;
import org.paivand.referral.FirstContact.Answer;
import org.paivand.referral.ReferralId;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** What the person said of their consent when the recipient first met them. */
@Path("referrals/{id}/first-contact")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FirstContactResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    FirstContact firstContact;

    @POST
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            Wire.FirstContact body)
            throws LogNotWritableException {
        Answer answer = Codes.of("/answer", body.answer(), FirstContactResource::answer);
        Answer recorded = firstContact.answer(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), new ReferralId(Ids.of(id)), answer);
        return Response.status(Response.Status.CREATED)
                .entity(new Wire.FirstContact(code(recorded)))
                .build();
    }

    private static Answer answer(String code) {
        for (Answer answer : Answer.values()) {
            if (code(answer).equals(code)) {
                return answer;
            }
        }
        throw new IllegalArgumentException("not an answer");
    }

    private static String code(Answer answer) {
        return answer == Answer.CONFIRMED ? "confirmed" : "disputed";
    }
}
