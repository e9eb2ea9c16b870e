package org.paivand.release.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.decision.Ending;
import org.paivand.release.Expiries;
import org.paivand.release.rest.ReleaseWire.CaseEndingsView;
import org.paivand.release.rest.ReleaseWire.EndingView;
import org.paivand.release.rest.ReleaseWire.ExpiryPage;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** What ends soon in the cases that the caller's agency controls. */
@Path("expiries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ExpiryResource {
    private static final Pattern DAYS = Pattern.compile("P[1-9][0-9]?D");
    private static final int MOST_OF_A_CASE = 200;

    @Inject
    Exchange exchange;

    @Inject
    Expiries expiries;

    @GET
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    public ExpiryPage list(
            @QueryParam("within") @Nullable String within,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws CaseKeyException {
        Duration period = Codes.text("within", within == null ? "P14D" : within, ExpiryResource::days);
        Expiries.Page page = expiries.list(exchange.caller(), period, Pages.after(after), Pages.limit(limit));
        return new ExpiryPage(
                page.until(),
                page.cases().stream()
                        .map(found -> new CaseEndingsView(
                                found.caseId().value(),
                                found.endings().stream()
                                        .limit(MOST_OF_A_CASE)
                                        .map(ExpiryResource::view)
                                        .toList(),
                                found.disputed().stream().limit(MOST_OF_A_CASE).toList()))
                        .toList(),
                page.next().map(Pages::text));
    }

    private static EndingView view(Ending ending) {
        return new EndingView(
                ending.consentId(), ending.grantId(), ending.cause().code(), ending.at());
    }

    private static Duration days(String text) {
        if (!DAYS.matcher(text).matches()) {
            throw new IllegalArgumentException("not a number of days");
        }
        return Duration.parse(text);
    }
}
