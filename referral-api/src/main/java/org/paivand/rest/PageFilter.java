package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.paivand.person.page.Pages;

/**
 * The headers of every page for persons, and its log line, which tells neither who nor what. Unlike the API's answers a page names
 * neither exchange nor product: what stands in a browser's tools is neutral too.
 */
@Provider
@Priority(0)
public class PageFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("org.paivand.page");

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", Pages.policy(),
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-store");

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        HEADERS.forEach((name, value) -> response.getHeaders().putSingle(name, value));
        // Of the address only the part that all pages of a kind share.
        String root = request.getUriInfo().getBaseUri().getPath().replaceFirst("/$", "");
        LOG.info(() -> "{\"exchange\":\"%s\",\"method\":\"%s\",\"resource\":\"%s\",\"status\":%d}"
                .formatted(exchange.id(), request.getMethod(), root, response.getStatus()));
    }

    /** Class names alone: a message may quote what was typed. */
    public static void failed(Throwable failure) {
        LOG.log(Level.SEVERE, () -> "a page failed by " + failure.getClass().getName());
    }
}
