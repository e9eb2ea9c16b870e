package org.paivand.protection.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.StandaloneBasis.BestInterests;
import org.paivand.entry.LogNotWritableException;
import org.paivand.protection.ProtectionDesk;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** Findings and decisions of child protection, on a referral that it accepted. */
@Path("referrals/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProtectionResource {
    @Inject
    Exchange exchange;

    @Inject
    ProtectionDesk desk;

    @Inject
    Directories directories;

    @PathParam("id")
    String id = "";

    /** The contract's NewGuardianFinding. */
    public record NewGuardianFinding(String finding) {}

    /** The contract's GuardianFinding. */
    public record GuardianFindingView(UUID findingId, String finding, String findingBy, Instant recordedAt) {}

    /** The contract's NewBestInterestsDecision. */
    public record NewBestInterestsDecision(
            String recipient, String purpose, List<String> categories, Instant notAfter) {}

    /** The contract's BestInterestsDecision. */
    public record BestInterestsView(
            UUID decisionId,
            String recipient,
            String purpose,
            List<String> categories,
            Instant notAfter,
            String decidedBy,
            Instant decidedAt) {}

    @POST
    @Path("guardian-findings")
    @May(Role.CHILD_PROTECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response find(NewGuardianFinding body) throws CaseKeyException, LogNotWritableException {
        ConflictFinding finding = Codes.of("/finding", body.finding(), ConflictFinding::of);
        ProtectionDesk.Found found = desk.find(exchange.caller(), exchange.id(), Ids.of(id), finding);
        return Response.status(Response.Status.CREATED)
                .entity(new GuardianFindingView(
                        found.id(),
                        found.finding().finding().code(),
                        found.finding().by().agency().value(),
                        found.finding().at()))
                .build();
    }

    @POST
    @Path("best-interests-decisions")
    @May(Role.CHILD_PROTECTION)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(NewBestInterestsDecision body) throws CaseKeyException, LogNotWritableException {
        BestInterests decision = desk.decide(
                exchange.caller(),
                exchange.id(),
                Ids.of(id),
                Codes.of("/recipient", body.recipient(), this::recipient),
                Codes.of("/purpose", body.purpose(), Purpose::of),
                Set.copyOf(Codes.all("/categories", body.categories(), Category.values().length, Category::of)),
                body.notAfter());
        return Response.status(Response.Status.CREATED)
                .entity(new BestInterestsView(
                        decision.id(),
                        decision.recipient().value(),
                        decision.purpose().code(),
                        decision.categories().stream().map(Coded::code).toList(),
                        decision.notAfter(),
                        decision.decidedBy().agency().value(),
                        decision.decidedAt()))
                .build();
    }

    private AgencyId recipient(String code) {
        return directories
                .current()
                .agency(new AgencyId(code))
                .filter(Agency::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active agency"))
                .id();
    }
}
