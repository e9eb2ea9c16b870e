package org.paivand.referral.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.paper.FormNumber;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Alternates;
import org.paivand.referral.Listing;
import org.paivand.referral.Offer;
import org.paivand.referral.Offers;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.rest.Wire.NewReferral;
import org.paivand.referral.rest.Wire.ReferralPage;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** Offering referrals, and listing them. */
@Path("referrals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ReferralResource {
    static final int MOST_SERVICES = 10;

    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    Offers offers;

    @Inject
    ReferralDesk desk;

    @Inject
    Directories directories;

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response offer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewReferral body)
            throws CaseKeyException, LogNotWritableException {
        Recipients known = recipients();
        AgencyId recipient = Codes.of("/recipient", body.recipient(), known::recipient);
        Offer.Wanted wanted = new Offer.Wanted(
                new CaseId(body.caseId()),
                recipient,
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Codes.of("/urgency", body.urgency(), code -> Coded.of(Urgency.class, code)),
                Codes.all("/servicesRequested", body.servicesRequested(), MOST_SERVICES, ServiceType::of),
                body.serviceId().map(id -> Codes.of("/serviceId", id, code -> known.service(code, recipient))),
                body.follows().map(ReferralId::new),
                Optional.empty(),
                body.alternates()
                        .map(alternates -> alternates(alternates, recipient, body.urgency()))
                        .orElse(List.of()),
                body.formNumber().map(number -> Codes.text("/formNumber", number, FormNumber::typed)),
                body.planItem());
        return Views.created(offered(wanted, keys.of(key, request, uri), body.linkId()));
    }

    /** Whom the node asks next by itself would learn nothing of the link, so an offer that names one names nobody else. */
    private Standing offered(Offer.Wanted wanted, IdempotencyKey key, Optional<UUID> link)
            throws CaseKeyException, LogNotWritableException {
        if (link.isEmpty()) {
            return offers.offer(exchange.caller(), exchange.id(), key, wanted);
        }
        if (!wanted.alternates().isEmpty()) {
            throw ProblemException.invalid("/alternates", "contradiction");
        }
        return offers.offerLinked(exchange.caller(), exchange.id(), key, wanted, link.get());
    }

    private Recipients recipients() {
        return new Recipients(directories.current(), exchange.caller().agency());
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public ReferralPage list(@BeanParam ListParameters parameters) {
        int size = Pages.limit(parameters.limit);
        Listing listing = parameters.listing();
        List<Stored> rows = parameters.hosted()
                ? desk.hosted(exchange.caller(), listing, parameters.after(listing), size + 1)
                : desk.list(exchange.caller(), listing, parameters.after(listing), size + 1);
        return new ReferralPage(
                rows.stream()
                        .limit(size)
                        .map(stored -> parameters.hosted() ? Views.hosted(stored) : Views.row(stored, listing.party()))
                        .toList(),
                rows.size() <= size ? Optional.empty() : Optional.of(parameters.next(listing, rows.get(size - 1))));
    }

    /** Only where there is no time to ask again. */
    private List<AgencyId> alternates(List<String> codes, AgencyId recipient, String urgency) {
        if (!urgency.equals(Urgency.IMMEDIATE.code())) {
            throw ProblemException.invalid("/alternates", "contradiction");
        }
        List<AgencyId> alternates = Codes.all("/alternates", codes, Alternates.MOST, recipients()::active);
        if (alternates.contains(recipient)
                || alternates.contains(exchange.caller().agency())) {
            throw ProblemException.invalid("/alternates", "contradiction");
        }
        return alternates;
    }
}
