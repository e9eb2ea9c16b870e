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
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.referral.Offers;
import org.paivand.referral.ReferralId;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Whoever accepted a referral sends the person on to others. */
@Path("referrals/{id}/onward")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OnwardResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    Offers offers;

    @Inject
    Directories directories;

    @POST
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            Wire.NewOnwardReferral body)
            throws CaseKeyException, LogNotWritableException {
        Recipients known =
                new Recipients(directories.current(), exchange.caller().agency());
        AgencyId recipient = Codes.of("/recipient", body.recipient(), known::recipient);
        Offers.Onward wanted = new Offers.Onward(
                recipient,
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Codes.of("/urgency", body.urgency(), code -> Coded.of(Urgency.class, code)),
                Codes.all(
                        "/servicesRequested",
                        body.servicesRequested(),
                        ReferralResource.MOST_SERVICES,
                        ServiceType::of),
                body.serviceId()
                        .map(service -> Codes.of("/serviceId", service, code -> known.service(code, recipient))));
        return Views.created(offers.offerOnward(
                exchange.caller(), exchange.id(), keys.of(key, request, uri), new ReferralId(Ids.of(id)), wanted));
    }
}
