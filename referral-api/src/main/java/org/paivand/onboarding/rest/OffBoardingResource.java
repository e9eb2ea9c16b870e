package org.paivand.onboarding.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.AgencyId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.onboarding.OffBoardingDesk;
import org.paivand.onboarding.rest.OnboardingWire.AccessView;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;

/** Agencies that are let go. */
@Path("agencies/{agencyId}/off-boarding")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class OffBoardingResource {
    @Inject
    Exchange exchange;

    @Inject
    OffBoardingDesk desk;

    @POST
    @May(Role.REGISTRAR)
    public AccessView offBoard(@PathParam("agencyId") String agency) throws LogNotWritableException {
        return OnboardingViews.access(desk.offBoard(exchange.caller(), exchange.id(), id(agency)));
    }

    @GET
    @May({Role.REGISTRAR, Role.COMMISSION})
    public AccessView read(@PathParam("agencyId") String agency) {
        return OnboardingViews.access(desk.read(id(agency)));
    }

    private static AgencyId id(String text) {
        try {
            return AgencyId.of(text);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }
}
