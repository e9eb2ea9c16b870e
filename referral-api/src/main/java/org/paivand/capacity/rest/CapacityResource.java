package org.paivand.capacity.rest;

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
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.capacity.Capacity;
import org.paivand.capacity.CapacityDesk;
import org.paivand.capacity.CapacityDesk.Count;
import org.paivand.capacity.Statement;
import org.paivand.capacity.rest.CapacityWire.CapacityView;
import org.paivand.capacity.rest.CapacityWire.NewCapacity;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.search.Waitlist;
import org.paivand.registry.service.ServiceId;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;

/** The places of one service. */
@Path("services/{id}/capacity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CapacityResource {
    /** As the contract writes durations. */
    private static final Pattern DAYS_OR_HOURS = Pattern.compile("P[1-9][0-9]{0,4}D|PT[1-9][0-9]{0,4}H");

    @Inject
    Exchange exchange;

    @Inject
    CapacityDesk desk;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION, Role.COMMISSION, Role.REGISTRAR})
    public Response read(@PathParam("id") String id) {
        return answer(desk.read(service(id)));
    }

    @PUT
    @May(Role.PROVIDER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response state(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            NewCapacity body) {
        int expected = Conditions.createOrReplace(ifNoneMatch, ifMatch);
        return answer(desk.state(exchange.caller(), service(id), expected, statement(body)));
    }

    /** The tag goes to whom it is of use: how often a number changed is as much as the number. */
    private Response answer(Count count) {
        boolean own = count.service().agency().equals(exchange.caller().agency());
        Response.ResponseBuilder answer = Response.ok(CapacityView.of(count, own));
        count.kept()
                .filter(kept -> own)
                .ifPresent(kept -> answer.header(HttpHeaders.ETAG, Conditions.etag(kept.version())));
        return answer.build();
    }

    private static Statement statement(NewCapacity body) {
        if (body.maximum() < 0 || body.maximum() > Capacity.MOST) {
            throw ProblemException.invalid("/maximum", "out-of-range");
        }
        if (body.available() < 0 || body.available() > body.maximum()) {
            throw ProblemException.invalid("/available", "out-of-range");
        }
        Duration freshFor = body.freshFor()
                .map(text -> Codes.text("/freshFor", text, CapacityResource::duration))
                .orElse(Statement.USUAL);
        if (freshFor.isZero() || freshFor.isNegative() || freshFor.compareTo(Statement.LONGEST) > 0) {
            throw ProblemException.invalid("/freshFor", "out-of-range");
        }
        return new Statement(
                body.available(),
                body.maximum(),
                Codes.of("/waitlist", body.waitlist(), Waitlist::of),
                body.additionalAssessmentRequired(),
                freshFor);
    }

    private static Duration duration(String text) {
        if (!DAYS_OR_HOURS.matcher(text).matches()) {
            throw new IllegalArgumentException("not a duration in days or hours");
        }
        return Duration.parse(text);
    }

    /** Something that can't be an id names nothing. */
    private static ServiceId service(String id) {
        try {
            return new ServiceId(id);
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }
}
