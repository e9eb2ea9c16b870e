package org.paivand.consent.rest;

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
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.consent.ConsentDesk;
import org.paivand.consent.Happening;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** What happens to a consent, for the case's controller; each resource below it is one kind of happening. */
@Path("cases/{caseId}/consents/{consentId}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConsentChangeResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ConsentDesk desk;

    @Inject
    InstantSource clock;

    @PathParam("caseId")
    String caseId = "";

    @PathParam("consentId")
    String consentId = "";

    @HeaderParam("Idempotency-Key")
    @Nullable
    String key;

    @Context
    @Nullable
    Request request;

    @Context
    @Nullable
    UriInfo uri;

    @POST
    @Path("withdrawals")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response withdraw(NewConsent.NewWithdrawal body) throws LogNotWritableException {
        return happened(Happening.withdrawal(grantIds(body.grantIds())));
    }

    @POST
    @Path("restorations")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response restore(NewConsent.NewWithdrawal body) throws LogNotWritableException {
        return happened(Happening.restoration(grantIds(body.grantIds())));
    }

    @POST
    @Path("narrowings")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response narrow(NewConsent.NewNarrowing body) throws LogNotWritableException {
        return happened(Happening.narrowing(Remainders.of(body)));
    }

    @POST
    @Path("invalidation")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response invalidate() throws LogNotWritableException {
        return happened(Happening.invalidation());
    }

    @POST
    @Path("dispute")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response dispute() throws LogNotWritableException {
        return happened(Happening.dispute());
    }

    @POST
    @Path("reconfirmation")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public Response reconfirm() throws LogNotWritableException {
        return happened(Happening.reconfirmation());
    }

    private static Optional<Set<UUID>> grantIds(Optional<List<UUID>> wanted) {
        if (wanted.filter(List::isEmpty).isPresent()) {
            throw ProblemException.invalid("/grantIds", "too-few");
        }
        return wanted.map(Set::copyOf);
    }

    private Response happened(Happening happening) throws LogNotWritableException {
        ConsentDesk.Recorded recorded = desk.change(
                exchange.caller(),
                exchange.id(),
                keys.of(key, Objects.requireNonNull(request), Objects.requireNonNull(uri)),
                new CaseId(Ids.of(caseId)),
                Ids.of(consentId),
                happening);
        return Response.status(Response.Status.CREATED)
                .entity(ConsentView.of(
                        recorded, clock.instant(), exchange.texts().language()))
                .build();
    }
}
