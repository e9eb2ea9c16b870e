package org.paivand.plan.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.json.SectionBodies;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.PlanItem;
import org.paivand.casefile.section.ReferralReference;
import org.paivand.disclosure.AgencyId;
import org.paivand.plan.PlanDesk;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** The plan of a case, for its controller. */
@Path("cases/{caseId}/plan")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    @Inject
    Exchange exchange;

    @Inject
    PlanDesk desk;

    @PathParam("caseId")
    String caseId = "";

    /** The contract's Plan. */
    public record Plan(List<PlannedService> items) {}

    /** The contract's PlannedService. */
    public record PlannedService(
            int number,
            String serviceType,
            Optional<String> agency,
            Optional<Integer> after,
            Optional<LocalDate> notBefore,
            Optional<LocalDate> followUpOn,
            Optional<String> referralId,
            String state) {}

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response read() throws CaseKeyException {
        PlanDesk.Standing standing = desk.read(exchange.caller(), new CaseId(Ids.of(caseId)));
        return Response.ok(new Plan(
                        standing.steps().stream().map(PlanResource::view).toList()))
                .header(HttpHeaders.ETAG, Conditions.etag(standing.version()))
                .build();
    }

    @PUT
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws CaseKeyException {
        int expected = Conditions.createOrReplace(ifNoneMatch, ifMatch);
        int version = desk.write(
                exchange.caller(), new CaseId(Ids.of(caseId)), expected, SectionBodies.plan(exchange.body()));
        return Response.noContent()
                .header(HttpHeaders.ETAG, Conditions.etag(version))
                .build();
    }

    private static PlannedService view(PlanDesk.Step step) {
        PlanItem item = step.item();
        return new PlannedService(
                item.number(),
                item.serviceType().code(),
                item.agency().map(AgencyId::value),
                item.after(),
                item.notBefore(),
                item.followUpOn(),
                item.referralId().map(ReferralReference::value),
                step.state().code());
    }
}
