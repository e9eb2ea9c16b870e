package org.paivand.paper.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.html.Document;
import org.paivand.paper.FormDesk;
import org.paivand.paper.FormType;
import org.paivand.paper.page.FormPages;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** Forms to print. */
@Path("forms/{type}/{language}")
@RequestScoped
public class FormResource {
    @Inject
    Exchange exchange;

    @Inject
    FormDesk desk;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Produces({FormSheets.TYPE, "application/problem+json"})
    public Response print(
            @PathParam("type") String type,
            @PathParam("language") String language,
            @QueryParam("block") @Nullable String block) {
        FormType form = known(type, FormType::of);
        FormPages pages = known(language, FormPages::in);
        Document document = block == null
                ? pages.blank(form)
                : pages.numbered(
                        form, desk.read(exchange.caller(), Ids.of(block), form).numbers());
        return Response.ok(new FormSheets(document), FormSheets.TYPE)
                .header("Content-Security-Policy", FormPages.policy())
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static <T> T known(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException unknown) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }
}
