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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.referral.MessageDesk;
import org.paivand.referral.Messages;
import org.paivand.referral.ReferralId;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** What the two agencies of a referral write to each other: written and counted here, and read by a release alone. */
@Path("referrals/{id}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    MessageDesk desk;

    /** The contract's MessageNote. */
    public record MessageNote(int number, String from, Instant writtenAt) {}

    /** The contract's MessageNotes. */
    public record MessageNotes(List<MessageNote> items) {}

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public MessageNotes list(@PathParam("id") String id) throws CaseKeyException {
        return new MessageNotes(desk.list(exchange.caller(), new ReferralId(Ids.of(id))).stream()
                .map(MessageResource::note)
                .toList());
    }

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri) {
        Messages.Kept written = desk.write(
                exchange.caller(),
                keys.of(key, request, uri),
                new ReferralId(Ids.of(id)),
                SectionBodies.message(exchange.body()));
        return Response.status(Response.Status.CREATED).entity(note(written)).build();
    }

    private static MessageNote note(Messages.Kept kept) {
        return new MessageNote(kept.number(), kept.by().value(), kept.at());
    }
}
