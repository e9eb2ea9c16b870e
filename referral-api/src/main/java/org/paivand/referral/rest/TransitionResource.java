package org.paivand.referral.rest;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.WorkerId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.FailCode;
import org.paivand.referral.HoldReason;
import org.paivand.referral.Move;
import org.paivand.referral.Outcome;
import org.paivand.referral.Proxy;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Change;
import org.paivand.referral.Reply;
import org.paivand.referral.Step;
import org.paivand.referral.Topic;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.rest.Codes;
import org.paivand.rest.Conditions;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Pages;

/**
 * One referral, and what its parties do with it; each resource below it is a transition of its state. The referral itself is
 * read here and not beside the list: Jersey looks no further than the longest path of a class.
 */
@Path("referrals/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TransitionResource {
    private static final int MOST_SERVICES = 30;

    @Inject
    Exchange exchange;

    @Inject
    ReferralDesk desk;

    @Inject
    Directories directories;

    @PathParam("id")
    String id = "";

    @HeaderParam(HttpHeaders.IF_MATCH)
    @Nullable
    String ifMatch;

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response read() {
        return done(standing());
    }

    @POST
    @Path("acceptance")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response accept(@QueryParam("waiting") @Nullable String waiting, byte[] body) throws IOException {
        boolean withoutAPlace = waiting != null && Codes.of("waiting", waiting, TransitionResource::truth);
        ReferralId accepted = mine();
        return done(desk.accept(exchange.caller(), accepted, expected(), withoutAPlace, proxy(ProxyNotes.body(body))));
    }

    @POST
    @Path("decline")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decline(Wire.Decline body) {
        DeclineCode code = code("/code", body.code(), DeclineCode.class);
        List<ServiceId> suggested = body.suggestedServices()
                .map(services ->
                        Codes.all("/suggestedServices", services, Referral.Declined.MOST_SUGGESTED, this::service))
                .orElse(List.of());
        return move(Move.decline(code, suggested), body.proxy());
    }

    @POST
    @Path("questions")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(Wire.Questions body) {
        Set<Topic> topics = Set.copyOf(
                Codes.all("/topics", body.topics(), Topic.values().length, code -> Coded.of(Topic.class, code)));
        return move(Move.ask(topics), body.proxy());
    }

    @POST
    @Path("answers")
    @May({Role.REFERRER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(Wire.Answers body) {
        Map<Topic, Reply> replies = new EnumMap<>(Topic.class);
        for (int i = 0; i < body.answers().size(); i++) {
            Wire.TopicAnswer said = body.answers().get(i);
            String pointer = "/answers/" + i;
            Topic topic = code(pointer + "/topic", said.topic(), Topic.class);
            if (replies.put(topic, code(pointer + "/answer", said.answer(), Reply.class)) != null) {
                throw ProblemException.invalid(pointer, "duplicate");
            }
        }
        return done(desk.answer(exchange.caller(), mine(), expected(), replies));
    }

    @POST
    @Path("cancellation")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response cancel(byte[] body) throws IOException {
        return moveAlone(Move.cancel(), body);
    }

    @POST
    @Path("progress")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response proceed(Wire.Progress body) {
        return move(Move.proceed(code("/step", body.step(), Step.class)), body.proxy());
    }

    @POST
    @Path("hold")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response hold(Wire.Hold body) {
        return move(Move.hold(code("/reason", body.reason(), HoldReason.class)), body.proxy());
    }

    @POST
    @Path("completion")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response complete(Wire.Completion body) {
        Outcome outcome = code("/outcomeCode", body.outcomeCode(), Outcome.class);
        List<ServiceType> delivered = body.servicesDelivered().isEmpty()
                ? List.of()
                : Codes.all("/servicesDelivered", body.servicesDelivered(), MOST_SERVICES, ServiceType::of);
        return move(Move.complete(outcome, delivered), body.proxy());
    }

    @POST
    @Path("failure")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response fail(Wire.Failure body) {
        return move(Move.fail(code("/code", body.code(), FailCode.class)), body.proxy());
    }

    @POST
    @Path("end-by-person")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response endByPerson(byte[] body) throws IOException {
        return moveAlone(Move.endByPerson(), body);
    }

    @POST
    @Path("error")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enterInError(byte[] body) throws IOException {
        return moveAlone(Move.enterInError(), body);
    }

    @GET
    @Path("history")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Wire.ReferralHistory history(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        Standing standing = standing();
        List<Change> changes = desk.history(exchange.caller(), referral(), Pages.after(after), size + 1);
        return new Wire.ReferralHistory(
                changes.stream()
                        .limit(size)
                        .map(change -> Views.change(change, standing.party()))
                        .toList(),
                Pages.next(changes, size, change -> new Cursor(change.at(), Integer.toString(change.version()))));
    }

    @POST
    @Path("assignments")
    @May({Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response assign(Wire.Assignment body) {
        WorkerId worker = Codes.text("/worker", body.worker(), WorkerId::of);
        return done(desk.assign(exchange.caller(), mine(), expected(), worker));
    }

    private Response move(Move move, Optional<Wire.ProxyNote> note) {
        ReferralId moved = mine();
        return done(desk.move(exchange.caller(), moved, expected(), move, proxy(note)));
    }

    /** Without a body, but where who answers for the provider says so. */
    private Response moveAlone(Move move, byte[] body) throws IOException {
        ReferralId moved = mine();
        return done(desk.move(exchange.caller(), moved, expected(), move, proxy(ProxyNotes.body(body))));
    }

    private Optional<Proxy> proxy(Optional<Wire.ProxyNote> note) {
        return ProxyNotes.read(exchange.caller().agency(), note);
    }

    private ReferralId referral() {
        return new ReferralId(Ids.of(id));
    }

    /** The id, once it is sure that the caller is a party; a stranger learns nothing from what else is wrong. */
    private ReferralId mine() {
        standing();
        return referral();
    }

    private Standing standing() {
        return desk.find(exchange.caller(), referral()).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private ServiceId service(String code) {
        return directories
                .current()
                .service(new ServiceId(code))
                .filter(Service::isActive)
                .orElseThrow(() -> new IllegalArgumentException("not an active service"))
                .id();
    }

    private static <E extends Enum<E> & Coded> E code(String pointer, String text, Class<E> list) {
        return Codes.of(pointer, text, code -> Coded.of(list, code));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private Optional<Integer> expected() {
        return Conditions.ifMatch(ifMatch);
    }

    private static Response done(Standing standing) {
        return Response.ok(Views.view(standing))
                .header(HttpHeaders.ETAG, Conditions.etag(standing.mark().version()))
                .build();
    }
}
