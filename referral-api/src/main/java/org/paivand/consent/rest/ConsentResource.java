package org.paivand.consent.rest;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.consent.ConsentDesk;
import org.paivand.consent.ConsentDesk.Recorded;
import org.paivand.entry.LogNotWritableException;
import org.paivand.notice.NoticeTexts;
import org.paivand.paper.FormNumber;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Instants;
import org.paivand.rest.Keys;

/** Consents of a case, for its controller. */
@Path("cases/{caseId}/consents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ConsentResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    ConsentDesk desk;

    @Inject
    Directories directories;

    @Inject
    NoticeTexts notices;

    @Inject
    InstantSource clock;

    @PathParam("caseId")
    String caseId = "";

    @POST
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewConsent body)
            throws LogNotWritableException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ConsentParser parser = new ConsentParser(directories.current(), notices, exchange.caller(), now);
        Recorded recorded = desk.record(
                exchange.caller(),
                exchange.id(),
                keys.of(key, request, uri),
                caseId(),
                body.formNumber().map(number -> Codes.text("/formNumber", number, FormNumber::typed)),
                (id, alias) -> parser.record(body, id, alias));
        return Response.created(URI.create("/api/v1/cases/" + caseId + "/consents/" + recorded.consentId()))
                .entity(ConsentView.of(
                        recorded, clock.instant(), exchange.texts().language()))
                .build();
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public ConsentView.Page list(@QueryParam("asOf") @Nullable String asOf) {
        Instant now = clock.instant();
        Instant at = asOf == null ? now : Instants.of("asOf", asOf);
        if (at.isAfter(now)) {
            throw ProblemException.invalid("asOf", "in-the-future");
        }
        return new ConsentView.Page(at, ConsentView.all(desk.read(exchange.caller(), caseId()), at));
    }

    private CaseId caseId() {
        return new CaseId(Ids.of(caseId));
    }
}
