package org.paivand.erasure.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.approval.Proposal;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.erasure.OpeningsSubject;
import org.paivand.erasure.WaitingErasures;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** Erasures that wait for a second person. */
@Path("erasures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WaitingErasureResource {
    @Inject
    Exchange exchange;

    @Inject
    WaitingErasures waiting;

    /** How many entries of a log would become unreadable. */
    public record OpeningsView(String log, long entries) {}

    /** The contract's WaitingErasure. */
    public record WaitingView(
            UUID approvalId,
            String change,
            Optional<UUID> caseId,
            Optional<Integer> year,
            Optional<List<OpeningsView>> openings,
            String requestedBy,
            Instant requestedAt) {
        static WaitingView of(WaitingErasures.Waiting one) {
            Proposal proposal = one.proposal();
            return new WaitingView(
                    proposal.id(),
                    proposal.kind(),
                    one.caseId().map(CaseId::value),
                    one.openings().map(OpeningsSubject::year),
                    one.openings().map(WaitingView::openings),
                    proposal.proposedBy(),
                    proposal.proposedAt());
        }

        private static List<OpeningsView> openings(OpeningsSubject subject) {
            return subject.openings().stream()
                    .map(ofLog -> new OpeningsView(ofLog.log(), OpeningsSubject.entries(ofLog)))
                    .toList();
        }
    }

    /** The contract's ErasurePage. */
    public record ErasurePage(List<WaitingView> items, Optional<String> next) {}

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION, Role.COMMISSION})
    public ErasurePage list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        List<WaitingErasures.Waiting> rows = waiting.list(exchange.caller(), Pages.after(after), size + 1);
        return new ErasurePage(
                rows.stream().limit(size).map(WaitingView::of).toList(),
                Pages.next(rows, size, WaitingErasureResource::cursor));
    }

    private static Cursor cursor(WaitingErasures.Waiting one) {
        return new Cursor(one.proposal().proposedAt(), one.proposal().id().toString());
    }
}
