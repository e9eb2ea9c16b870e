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
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemException;
import org.paivand.referral.GroupOffers;
import org.paivand.referral.OfferedGroup;
import org.paivand.referral.rest.Wire.GroupOfferView;
import org.paivand.referral.rest.Wire.NewGroupOffer;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Linked cases, offered to one agency at once. */
@Path("group-offers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupOfferResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    GroupOffers offers;

    @Inject
    Directories directories;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewGroupOffer body)
            throws CaseKeyException, LogNotWritableException {
        Recipients known =
                new Recipients(directories.current(), exchange.caller().agency());
        AgencyId recipient = Codes.of("/recipient", body.recipient(), known::recipient);
        GroupOffers.Wanted wanted = new GroupOffers.Wanted(
                body.groupId(),
                cases(body.cases()),
                recipient,
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Codes.of("/urgency", body.urgency(), code -> Coded.of(Urgency.class, code)),
                Codes.all(
                        "/servicesRequested",
                        body.servicesRequested(),
                        ReferralResource.MOST_SERVICES,
                        ServiceType::of),
                body.serviceId().map(id -> Codes.of("/serviceId", id, code -> known.service(code, recipient))));
        OfferedGroup offered = offers.offer(exchange.caller(), exchange.id(), keys.of(key, request, uri), wanted);
        return Response.created(URI.create("/api/v1/group-offers/" + offered.id()))
                .entity(Views.group(offered))
                .build();
    }

    @GET
    @Path("{id}")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public GroupOfferView read(@PathParam("id") String id) {
        return Views.group(offers.read(exchange.caller(), Ids.of(id)));
    }

    private static List<CaseId> cases(List<UUID> ids) {
        if (ids.size() < 2) {
            throw ProblemException.invalid("/cases", "too-few");
        }
        return Codes.all(
                "/cases",
                ids.stream().map(UUID::toString).toList(),
                CaseGroup.MOST,
                id -> new CaseId(UUID.fromString(id)));
    }
}
