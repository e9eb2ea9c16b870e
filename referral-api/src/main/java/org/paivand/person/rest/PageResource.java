package org.paivand.person.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.entry.LogNotWritableException;
import org.paivand.html.Document;
import org.paivand.person.Agreed;
import org.paivand.person.Attempts;
import org.paivand.person.Overview.Choice;
import org.paivand.person.Overview.Subject;
import org.paivand.person.PersonDesk;
import org.paivand.person.Tickets;
import org.paivand.person.Visit;
import org.paivand.person.page.PageLanguage;
import org.paivand.person.page.Pages;
import org.paivand.person.page.Pages.Notice;
import org.paivand.person.page.Step;
import org.paivand.referral.WishedEnds.Help;
import org.paivand.rest.Address;
import org.paivand.rest.Exchange;
import org.paivand.rest.Proxies;

/**
 * The pages that a number opens. No token, no cookie, no script; what is entered comes in a body and never in an address. Every
 * answer to a number that opens nothing is the same, byte for byte.
 */
@Path("")
@RequestScoped
@Produces(HtmlPage.TYPE)
public class PageResource {
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;

    @Inject
    Exchange exchange;

    @Inject
    PersonDesk desk;

    @Inject
    Tickets tickets;

    @Inject
    Attempts attempts;

    @Inject
    Pages pages;

    @Inject
    Proxies proxies;

    @Inject
    InstantSource clock;

    @Context
    @Nullable
    HttpServletRequest connection;

    @GET
    public Response enter(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return page(
                200, pages.entry(PageLanguage.accepted(Objects.requireNonNullElse(accepted, "")), Optional.empty()));
    }

    @GET
    @Path("{language}")
    public Response enterIn(@PathParam("language") String language) {
        return PageLanguage.of(language)
                .map(known -> page(200, pages.entry(known, Optional.empty())))
                .orElseGet(() -> page(404, pages.entry(PageLanguage.TG, Optional.of(Notice.INVALID))));
    }

    @POST
    @Path("{language}")
    public Response step(@PathParam("language") String code, InputStream body)
            throws IOException, LogNotWritableException {
        PageLanguage language = PageLanguage.of(code).orElse(PageLanguage.TG);
        Optional<Fields> fields = Fields.of(body.readNBytes(Fields.MAX_BYTES + 1));
        if (fields.isEmpty()) {
            return entry(BAD_REQUEST, language, Notice.INVALID);
        }
        return switch (fields.get().step()) {
            case ENTER -> enter(language, fields.get().one("code"));
            case LOOK -> shown(language, fields.get(), (ticket, sent) -> desk.look(exchange.id(), ticket));
            case YES_UNSEND -> shown(language, fields.get(), (ticket, sent) -> desk.unsend(exchange.id(), ticket));
            case YES_TAKE_BACK ->
                shown(language, fields.get(), (ticket, sent) -> desk.withdraw(exchange.id(), ticket, sent.parts()));
            case YES_RESTORE ->
                shown(language, fields.get(), (ticket, sent) -> desk.restore(exchange.id(), ticket, sent.parts()));
            case YES_BAR ->
                shown(language, fields.get(), (ticket, sent) -> desk.bar(exchange.id(), ticket, sent.one("choice")));
            case YES_END_HELP ->
                shown(language, fields.get(), (ticket, sent) -> desk.endHelp(exchange.id(), ticket, sent.parts()));
            case YES_COMPLAIN ->
                shown(language, fields.get(), (ticket, sent) -> {
                    Optional<ComplaintTopic> topic = topic(sent);
                    return topic.isPresent()
                            ? desk.complain(exchange.id(), ticket, sent.one("subject"), topic.get())
                            : desk.look(exchange.id(), ticket);
                });
            default -> confirmation(language, fields.get());
        };
    }

    private Response enter(PageLanguage language, String typed) throws LogNotWritableException {
        Instant now = clock.instant();
        HttpServletRequest line = Objects.requireNonNull(connection);
        String address = Address.of(line.getRemoteAddr(), line.getHeader("X-Forwarded-For"), proxies.count());
        if (!attempts.admit(address, now)) {
            return Response.fromResponse(entry(429, language, Notice.BUSY))
                    .header(HttpHeaders.RETRY_AFTER, 60)
                    .build();
        }
        Optional<Visit> visit = desk.enter(exchange.id(), typed);
        visit.ifPresent(opened -> attempts.succeeded(address, now));
        return visit.map(opened -> shown(language, opened)).orElseGet(() -> entry(FORBIDDEN, language, Notice.WRONG));
    }

    /** What a ticket's holder asked for. */
    @FunctionalInterface
    private interface Wish {
        Optional<Visit> done(UUID codeId, Fields fields) throws LogNotWritableException;
    }

    private Response shown(PageLanguage language, Fields fields, Wish wish) throws LogNotWritableException {
        return visit(fields, wish)
                .map(visit -> shown(language, visit))
                .orElseGet(() -> entry(FORBIDDEN, language, Notice.OVER));
    }

    private Optional<Visit> visit(Fields fields, Wish wish) throws LogNotWritableException {
        Optional<UUID> codeId = tickets.open(fields.one("ticket"), clock.instant());
        return codeId.isEmpty() ? Optional.empty() : wish.done(codeId.get(), fields);
    }

    private Response shown(PageLanguage language, Visit visit) {
        String ticket = tickets.of(visit.codeId(), clock.instant());
        if (visit instanceof Visit.Waiting waiting) {
            return page(200, pages.waiting(language, waiting, ticket));
        }
        if (visit instanceof Visit.TakenBack) {
            return page(200, pages.takenBack(language));
        }
        return page(
                200,
                visit instanceof Visit.Status status
                        ? pages.status(language, status, ticket)
                        : pages.nothing(language, ticket));
    }

    private Response confirmation(PageLanguage language, Fields fields) throws LogNotWritableException {
        Optional<Visit> visit = visit(fields, (ticket, sent) -> desk.look(exchange.id(), ticket));
        if (visit.isEmpty()) {
            return entry(FORBIDDEN, language, Notice.OVER);
        }
        if (visit.get() instanceof Visit.Waiting && fields.step() == Step.UNSEND) {
            return page(
                    200, pages.confirmUnsending(language, tickets.of(visit.get().codeId(), clock.instant())));
        }
        if (!(visit.get() instanceof Visit.Status status)) {
            return shown(language, visit.get());
        }
        return asked(language, fields, status)
                .map(document -> page(200, document))
                .orElseGet(() -> page(
                        BAD_REQUEST,
                        pages.status(
                                language,
                                new Visit.Status(status.code(), status.overview(), Visit.Said.NOT_POSSIBLE),
                                tickets.of(status.code(), clock.instant()))));
    }

    private Optional<Document> asked(PageLanguage language, Fields fields, Visit.Status status) {
        String ticket = tickets.of(status.code(), clock.instant());
        return switch (fields.step()) {
            case TAKE_BACK ->
                marked(status, fields, Agreed::withdrawable)
                        .map(parts -> pages.confirmTakingBack(language, parts, ticket));
            case TAKE_BACK_ALL ->
                some(status, Agreed::withdrawable).map(parts -> pages.confirmTakingBack(language, parts, ticket));
            case RESTORE ->
                marked(status, fields, Agreed::undoable).map(parts -> pages.confirmRestoring(language, parts, ticket));
            case BAR ->
                chosen(status, fields.one("choice")).map(choice -> pages.confirmBarring(language, choice, ticket));
            case END_HELP -> ended(status, fields).map(helps -> pages.confirmEndingHelp(language, helps, ticket));
            case COMPLAINING ->
                Optional.of(status.overview())
                        .filter(overview -> !overview.subjects().isEmpty())
                        .map(overview -> pages.complaining(language, overview, ticket));
            case COMPLAIN ->
                subject(status, fields.one("subject"))
                        .flatMap(subject ->
                                topic(fields).map(topic -> pages.confirmComplaining(language, subject, topic, ticket)));
            default -> Optional.empty();
        };
    }

    /** Empty unless each help that is named goes on, and nothing was said of it. */
    private static Optional<List<Help>> ended(Visit.Status status, Fields fields) {
        List<Help> named = status.overview().helps().stream()
                .filter(Help::endable)
                .filter(help -> fields.parts().contains(help.id().value()))
                .toList();
        return Optional.of(named)
                .filter(helps ->
                        !helps.isEmpty() && helps.size() == fields.parts().size());
    }

    private static Optional<Subject> subject(Visit.Status status, String handle) {
        return status.overview().subjects().stream()
                .filter(subject -> subject.handle().equals(handle))
                .findFirst();
    }

    private static Optional<ComplaintTopic> topic(Fields fields) {
        return Arrays.stream(ComplaintTopic.values())
                .filter(topic -> topic.code().equals(fields.one("topic")))
                .findFirst();
    }

    /** Empty unless each marked part is there to be marked. */
    private static Optional<List<Agreed>> marked(Visit.Status status, Fields fields, Predicate<Agreed> fit) {
        return some(status, fit.and(part -> fields.parts().contains(part.grantId())))
                .filter(parts -> parts.size() == fields.parts().size());
    }

    private static Optional<List<Agreed>> some(Visit.Status status, Predicate<Agreed> fit) {
        return Optional.of(status.overview().agreed().stream().filter(fit).toList())
                .filter(parts -> !parts.isEmpty());
    }

    private static Optional<Choice> chosen(Visit.Status status, String handle) {
        return status.overview().choices().stream()
                .filter(choice -> choice.handle().equals(handle))
                .findFirst();
    }

    private Response entry(int status, PageLanguage language, Notice notice) {
        return page(status, pages.entry(language, Optional.of(notice)));
    }

    private static Response page(int status, Document document) {
        return Response.status(status).entity(new HtmlPage(document)).build();
    }
}
