package org.paivand.audit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceDesk;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.jdbc.CheckpointRefusedException;
import org.paivand.audit.jdbc.OpenReviews;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.proof.LogProof;
import org.paivand.audit.rest.AuditWire.AnyEntry;
import org.paivand.audit.rest.AuditWire.AuditPage;
import org.paivand.audit.rest.AuditWire.NewBundle;
import org.paivand.audit.rest.AuditWire.ReviewPage;
import org.paivand.audit.rest.AuditWire.ReviewView;
import org.paivand.audit.rest.AuditWire.Row;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.ProvenEntry;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;
import org.paivand.rest.ReplayView;

/** The disclosure log for auditors. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    @Inject
    Exchange exchange;

    @Inject
    AuditDesk desk;

    @Inject
    EvidenceDesk evidence;

    @Inject
    Replays replays;

    @GET
    @Path("entries")
    @May(Role.AUDITOR)
    public AuditPage search(@BeanParam SearchParameters parameters)
            throws LogNotWritableException, LogUnavailableException {
        AuditDesk.Page page = desk.search(exchange.caller(), exchange.id(), parameters.query(), parameters.sameCaseAs())
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return new AuditPage(
                page.rows().stream().map(Row::of).toList(), page.next().map(parameters::text));
    }

    @GET
    @Path("entries/{eventId}")
    @May(Role.AUDITOR)
    public AnyEntry read(@PathParam("eventId") String eventId)
            throws LogNotWritableException, LogUnavailableException, MalformedException {
        ProvenEntry proven = desk.read(exchange.caller(), exchange.id(), Ids.of(eventId))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        Optional<Long> size = Optional.empty();
        if (proven.standing().isPresent()) {
            String text = proven.standing().get().checkpoint().text();
            size = Optional.of(Checkpoint.parse(text).treeHead().size());
        }
        return AnyEntry.of(proven, size);
    }

    @GET
    @Path("entries/{eventId}/proof")
    @May(Role.AUDITOR)
    @Produces(MediaType.TEXT_PLAIN)
    public Response proof(@PathParam("eventId") String eventId)
            throws LogNotWritableException, LogUnavailableException {
        UUID event = Ids.of(eventId);
        LogProof proof = evidence.proof(exchange.caller(), exchange.id(), event)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return attachment(new LogBytes(proof.encode()), event + LogProof.FILE_EXTENSION);
    }

    @GET
    @Path("entries/{eventId}/replay")
    @May(Role.AUDITOR)
    public ReplayView replay(@PathParam("eventId") String eventId)
            throws LogNotWritableException, LogUnavailableException {
        Replays.Replayed replayed = replays.replay(exchange.caller(), exchange.id(), Ids.of(eventId))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return ReplayView.of(replayed.eventId(), replayed.decidedAt(), replayed.decision(), replayed.equal());
    }

    @GET
    @Path("changes")
    @May(Role.AUDITOR)
    public AuditPage changes(
            @QueryParam("since") @Nullable String since,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit)
            throws LogNotWritableException, LogUnavailableException {
        long begin = index("since", Objects.requireNonNullElse(since, ""));
        long index = after == null ? begin : Math.max(begin, index("after", after) + 1);
        int most = Pages.limit(limit);
        List<AuditDesk.Shown> rows = desk.changes(exchange.caller(), exchange.id(), index, most);
        Optional<String> next = rows.size() < most
                ? Optional.empty()
                : Optional.of(Long.toString(rows.get(most - 1).found().index().orElseThrow()));
        return new AuditPage(rows.stream().map(Row::of).toList(), next);
    }

    private static long index(String name, String text) {
        return Codes.text(name, text, EntryCursor::of).place();
    }

    @GET
    @Path("reviews")
    @May(Role.AUDITOR)
    public ReviewPage reviews(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit)
            throws LogNotWritableException {
        int most = Pages.limit(limit);
        Optional<OpenReviews.Place> place =
                Pages.after(after).map(cursor -> new OpenReviews.Place(cursor.time(), Ids.of(cursor.id())));
        List<AuditDesk.Due> due = desk.reviews(exchange.caller(), exchange.id(), place, most + 1);
        Optional<String> next = Pages.next(
                due,
                most,
                row -> new Cases.Cursor(
                        row.review().due(), row.review().disclosure().toString()));
        return new ReviewPage(due.stream().limit(most).map(ReviewView::of).toList(), next);
    }

    @POST
    @Path("bundles")
    @May(Role.AUDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    public Response export(NewBundle body) throws LogNotWritableException, LogUnavailableException {
        try {
            java.nio.file.Path bundle = evidence.bundle(exchange.caller(), exchange.id(), NewBundleParser.parse(body))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            return attachment(new BundleFile(bundle), "evidence.zip");
        } catch (CheckpointRefusedException refused) {
            throw ProblemException.of(
                    refused.reason() == CheckpointRefusedException.Reason.NOT_OURS
                            ? ProblemCode.CHECKPOINT_NOT_OURS
                            : ProblemCode.LOG_CONTRADICTED);
        }
    }

    private static Response attachment(Object file, String name) {
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
