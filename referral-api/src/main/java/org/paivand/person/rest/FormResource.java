package org.paivand.person.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.html.Document;
import org.paivand.intake.Draft;
import org.paivand.intake.Draft.Fault;
import org.paivand.intake.Letter;
import org.paivand.intake.Permission;
import org.paivand.intake.Receiver;
import org.paivand.person.WritingDesk;
import org.paivand.person.WritingDesk.Sent;
import org.paivand.person.page.FormStep;
import org.paivand.person.page.PageLanguage;
import org.paivand.person.page.Pages;
import org.paivand.person.page.Pages.Notice;
import org.paivand.problem.ProblemException;
import org.paivand.registry.agency.Agency;
import org.paivand.rest.Address;
import org.paivand.rest.PageFilter;
import org.paivand.rest.Proxies;

/**
 * The form for everybody: filled in, shown once more, sent. No account, cookie or script; nothing is kept before it is sent. Without
 * an agency that reads it there is no form.
 */
@Path("{language}/write")
@RequestScoped
@Produces(HtmlPage.TYPE)
public class FormResource {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;

    @Inject
    WritingDesk desk;

    @Inject
    Receiver receiver;

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
    public Response empty(@PathParam("language") String code) {
        Optional<PageLanguage> language = PageLanguage.of(code);
        Optional<Agency> agency = receiver.now();
        if (language.isEmpty() || agency.isEmpty()) {
            return none(language);
        }
        return page(
                200,
                pages.write(
                        language.get(),
                        agency.get(),
                        Draft.empty(language.get().code()),
                        List.of(),
                        false,
                        desk.begin(clock.instant())));
    }

    @POST
    public Response step(@PathParam("language") String code, InputStream body) throws IOException {
        Optional<PageLanguage> language = PageLanguage.of(code);
        Optional<Agency> agency = receiver.now();
        if (language.isEmpty() || agency.isEmpty()) {
            return none(language);
        }
        Optional<FormFields> fields = FormFields.of(body.readNBytes(Fields.MAX_BYTES + 1));
        return fields.isPresent()
                ? step(language.get(), agency.get(), fields.get())
                : page(BAD_REQUEST, pages.entry(language.get(), Optional.of(Notice.INVALID)));
    }

    private Response step(PageLanguage language, Agency agency, FormFields fields) {
        Instant now = clock.instant();
        Draft draft = fields.draft();
        boolean open = desk.isOpen(fields.ticket(), now);
        String ticket = open ? fields.ticket() : desk.begin(now);
        List<Fault> faults = draft.faults();
        if (fields.step() == FormStep.CHANGE) {
            return page(200, pages.write(language, agency, draft, List.of(), false, ticket));
        }
        if (!faults.isEmpty() || fields.trapped()) {
            return page(BAD_REQUEST, pages.write(language, agency, draft, faults, fields.trapped(), ticket));
        }
        List<String> permission = pages.permission(language, agency);
        if (fields.step() == FormStep.CHECK || !open) {
            return page(200, pages.check(language, agency, draft, permission, fields.step() != FormStep.CHECK, ticket));
        }
        return sent(
                language,
                agency,
                ticket,
                draft.letter(Permission.of(agency.id(), language.code(), permission, now)),
                now);
    }

    /** Whatever fails, the page says where to call. */
    private Response sent(PageLanguage language, Agency agency, String ticket, Letter letter, Instant now) {
        HttpServletRequest line = Objects.requireNonNull(connection);
        String source = Address.of(line.getRemoteAddr(), line.getHeader("X-Forwarded-For"), proxies.count());
        try {
            Sent sent = desk.send(ticket, letter, source, now);
            return sent instanceof Sent.There there
                    ? page(200, pages.sent(language, agency, there))
                    : Response.fromResponse(page(TOO_MANY, pages.full(language, agency)))
                            .header(HttpHeaders.RETRY_AFTER, 3600)
                            .build();
        } catch (DatabaseUnavailableException | ProblemException failure) {
            PageFilter.failed(failure);
            return page(503, pages.full(language, agency));
        }
    }

    private Response none(Optional<PageLanguage> language) {
        return page(404, pages.entry(language.orElse(PageLanguage.TG), Optional.of(Notice.INVALID)));
    }

    private static Response page(int status, Document document) {
        return Response.status(status).entity(new HtmlPage(document)).build();
    }
}
