package org.paivand.person.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.entry.LogNotWritableException;
import org.paivand.person.Holder;
import org.paivand.person.Receipt;
import org.paivand.person.ReceiptDesk;
import org.paivand.person.page.PageLanguage;
import org.paivand.person.page.Pages;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;

/** Receipts to print, and the numbers on them, for the controller of the case. */
@Path("cases/{caseId}/receipts")
@RequestScoped
public class ReceiptResource {
    @Inject
    Exchange exchange;

    @Inject
    ReceiptDesk desk;

    @Inject
    Pages pages;

    @PathParam("caseId")
    String caseId = "";

    /** The contract's NewReceipt. */
    public record NewReceipt(String language, String holder) {}

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Produces({HtmlPage.TYPE, "application/problem+json"})
    public Response read(
            @QueryParam("language") @Nullable String language, @QueryParam("holder") @Nullable String holder) {
        PageLanguage chosen = language("language", Objects.requireNonNullElse(language, ""));
        Receipt receipt =
                desk.read(exchange.caller(), caseId(), holder("holder", Objects.requireNonNullElse(holder, "subject")));
        return page(Response.Status.OK, chosen, receipt);
    }

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({HtmlPage.TYPE, "application/problem+json"})
    public Response issue(NewReceipt body) throws LogNotWritableException {
        PageLanguage chosen = language("/language", body.language());
        Holder holder = holder("/holder", body.holder());
        return page(Response.Status.CREATED, chosen, desk.issue(exchange.caller(), exchange.id(), caseId(), holder));
    }

    @POST
    @Path("revocation")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response end() throws LogNotWritableException {
        desk.end(exchange.caller(), exchange.id(), caseId());
        return Response.noContent().build();
    }

    private Response page(Response.Status status, PageLanguage language, Receipt receipt) {
        return Response.status(status)
                .type(HtmlPage.TYPE)
                .header("Content-Security-Policy", Pages.style().policy())
                .header("Referrer-Policy", "no-referrer")
                .entity(new HtmlPage(pages.receipt(language, receipt)))
                .build();
    }

    private static PageLanguage language(String pointer, String code) {
        return Codes.of(
                pointer,
                code,
                text -> PageLanguage.of(text)
                        .orElseThrow(() -> new IllegalArgumentException("not a language of ours")));
    }

    private static Holder holder(String pointer, String code) {
        return Codes.of(pointer, code, Holder::of);
    }

    private CaseId caseId() {
        return new CaseId(Ids.of(caseId));
    }
}
