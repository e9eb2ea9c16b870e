package org.paivand.emergency.rest;

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
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.emergency.Emergency;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.Words;
import org.paivand.emergency.rest.EmergencyWire.EmergencyView;
import org.paivand.emergency.rest.EmergencyWire.NewEmergency;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.CountedApart;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** Breaking the glass. Open to every role: who hasn't the right one is refused by the desk, which leaves an entry. */
@Path("cases/{reference}/break-glass")
@RequestScoped
@CountedApart
@Produces(MediaType.APPLICATION_JSON)
public class BreakGlassResource {
    private static final int MOST_MINUTES = 24 * 60;

    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    EmergencyDesk desk;

    @Inject
    Directories directories;

    @Inject
    InstantSource clock;

    @POST
    @May
    @Consumes(MediaType.APPLICATION_JSON)
    public Response breakGlass(
            @PathParam("reference") String reference,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewEmergency body)
            throws CaseKeyException, LogNotWritableException {
        IdempotencyKey once = keys.of(key, request, uri);
        EmergencyDesk.Broken broken = desk.breakGlass(
                exchange.caller(),
                exchange.id(),
                once,
                Ids.of(reference),
                wanted(exchange.caller(), body),
                Codes.text("/words", body.words(), Words::new));
        return Response.created(location(broken.emergency()))
                .entity(broken.disclosure())
                .build();
    }

    @POST
    @Path("with-second-person")
    @May
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @PathParam("reference") String reference,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewEmergency body)
            throws LogNotWritableException {
        IdempotencyKey once = keys.of(key, request, uri);
        Emergency asked = desk.ask(
                exchange.caller(),
                exchange.id(),
                once,
                Ids.of(reference),
                wanted(exchange.caller(), body),
                Codes.text("/words", body.words(), Words::new));
        return Response.accepted(EmergencyView.of(asked, clock.instant()))
                .location(location(asked.id()))
                .build();
    }

    private Emergency.Wanted wanted(Caller caller, NewEmergency body) {
        AgencyId recipient = Codes.of("/recipient", body.recipient(), this::known);
        if (body.minutes() < 1 || body.minutes() > MOST_MINUTES) {
            throw ProblemException.invalid("/minutes", "out-of-range");
        }
        return new Emergency.Wanted(
                recipient,
                worker(caller, recipient, body),
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Codes.of("/reason", body.reason(), BreakGlassReason::of),
                Duration.ofMinutes(body.minutes()));
    }

    /** Who breaks the glass for another agency says who reads there; who does it for their own reads themself. */
    private static WorkerId worker(Caller caller, AgencyId recipient, NewEmergency body) {
        if (recipient.equals(caller.agency())) {
            if (body.worker().isPresent()) {
                throw ProblemException.invalid("/worker", "contradiction");
            }
            return caller.worker().orElseGet(() -> new WorkerId(caller.user()));
        }
        String named = body.worker().orElseThrow(() -> ProblemException.invalid("/worker", "required"));
        return Codes.text("/worker", named, WorkerId::new);
    }

    private AgencyId known(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                .id();
    }

    private static URI location(UUID emergency) {
        return URI.create("/api/v1/emergencies/" + emergency);
    }
}
