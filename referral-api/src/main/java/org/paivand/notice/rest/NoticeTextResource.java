package org.paivand.notice.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import org.paivand.caller.rest.May;
import org.paivand.notice.NoticeText;
import org.paivand.notice.NoticeTexts;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** The notices that may be shown before consent, and their exact texts. */
@Path("notices")
@RequestScoped
public class NoticeTextResource {
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,3}");

    @Inject
    NoticeTexts notices;

    @GET
    @May
    @Produces(MediaType.APPLICATION_JSON)
    public NoticePage list() {
        return NoticePage.of(notices);
    }

    @GET
    @Path("{noticeId}/{version}/{language}")
    @May
    @Produces("text/plain; charset=utf-8")
    public Response read(
            @PathParam("noticeId") String id,
            @PathParam("version") String version,
            @PathParam("language") String language) {
        NoticeText notice = Optional.of(version)
                .filter(number -> VERSION.matcher(number).matches())
                .flatMap(number -> notices.find(id, Integer.parseInt(number), language))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return Response.ok(new NoticeBytes(notice))
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .build();
    }
}
