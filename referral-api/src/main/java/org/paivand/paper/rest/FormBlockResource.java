package org.paivand.paper.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.paper.FormBlock;
import org.paivand.paper.FormDesk;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Keys;

/** Numbers for forms. */
@Path("form-blocks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class FormBlockResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    FormDesk desk;

    /** The contract's NewFormBlock. */
    public record NewFormBlock(String type, int count) {}

    /** The contract's FormBlock. */
    public record FormBlockView(UUID blockId, String type, List<String> numbers) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issue(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewFormBlock body) {
        FormType type = Codes.of("/type", body.type(), FormType::of);
        if (body.count() < 1 || body.count() > FormBlock.MOST) {
            throw ProblemException.invalid("/count", "out-of-range");
        }
        FormBlock made = desk.issue(exchange.caller(), keys.of(key, request, uri), type, body.count());
        return Response.status(Response.Status.CREATED)
                .entity(new FormBlockView(
                        made.id(),
                        made.type().code(),
                        made.numbers().stream().map(FormNumber::inGroups).toList()))
                .build();
    }
}
