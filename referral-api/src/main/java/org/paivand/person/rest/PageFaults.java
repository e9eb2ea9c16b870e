package org.paivand.person.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.person.page.PageLanguage;
import org.paivand.person.page.Pages;
import org.paivand.person.page.Pages.Notice;
import org.paivand.rest.PageFilter;

/** What goes wrong on a page is a page too, and says nothing of why. */
@Provider
public class PageFaults implements ExceptionMapper<Throwable> {
    @Inject
    Pages pages;

    @Context
    @Nullable
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        int status = failure instanceof ClientErrorException client
                ? client.getResponse().getStatus()
                : 503;
        if (status == 503) {
            PageFilter.failed(failure);
        }
        String accepted = Objects.requireNonNull(headers).getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        PageLanguage language = PageLanguage.accepted(Objects.requireNonNullElse(accepted, ""));
        Notice notice = status == 503 ? Notice.UNAVAILABLE : Notice.INVALID;
        return Response.status(status)
                .type(HtmlPage.TYPE)
                .entity(new HtmlPage(pages.entry(language, Optional.of(notice))))
                .build();
    }
}
