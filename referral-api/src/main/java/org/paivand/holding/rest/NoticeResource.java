package org.paivand.holding.rest;

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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.entry.LogNotWritableException;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.StopUseNotice;
import org.paivand.holding.rest.NoticeWire.NewAnswer;
import org.paivand.holding.rest.NoticeWire.NoticePage;
import org.paivand.holding.rest.NoticeWire.NoticeView;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;

/** What an agency is asked to stop using, and what it answers. */
@Path("stop-use-notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NoticeResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    NoticeDesk desk;

    @Inject
    InstantSource clock;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public NoticePage list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Instant now = clock.instant();
        List<StopUseNotice> rows = desk.asked(exchange.caller(), Places.after(after), size + 1);
        return new NoticePage(
                rows.stream()
                        .limit(size)
                        .map(notice -> NoticeViews.forHolder(notice, now))
                        .toList(),
                Pages.next(rows, size, notice -> Places.cursor(notice.at(), notice.id())));
    }

    @POST
    @Path("{id}/answer")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public NoticeView answer(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewAnswer body)
            throws LogNotWritableException {
        StopUseNotice answered =
                desk.answer(exchange.caller(), exchange.id(), keys.of(key, request, uri), Ids.of(id), answer(body));
        return NoticeViews.forHolder(answered, clock.instant());
    }

    private static HolderAnswer answer(NewAnswer body) {
        boolean kept = Codes.of("/answer", body.answer(), NoticeResource::keeps);
        if (!kept) {
            refuse("/basis", body.basis().isPresent());
            refuse("/until", body.until().isPresent());
            refuse("/personChose", body.personChose().isPresent());
            return new HolderAnswer.Erased();
        }
        RetentionBasis basis = Codes.of(
                "/basis",
                body.basis().orElseThrow(() -> ProblemException.invalid("/basis", "required")),
                RetentionBasis::of);
        Instant until = body.until().orElseThrow(() -> ProblemException.invalid("/until", "required"));
        // Nobody but the person can want contact and travel kept for their journey.
        refuse(
                "/personChose",
                (basis == RetentionBasis.JOURNEY) != body.personChose().orElse(false));
        return new HolderAnswer.Retained(basis, until.truncatedTo(ChronoUnit.MILLIS));
    }

    private static boolean keeps(String code) {
        return switch (code) {
            case "retained" -> true;
            case "erased" -> false;
            default -> throw new IllegalArgumentException("unknown answer");
        };
    }

    private static void refuse(String pointer, boolean contradicts) {
        if (contradicts) {
            throw ProblemException.invalid(pointer, "contradiction");
        }
    }
}
