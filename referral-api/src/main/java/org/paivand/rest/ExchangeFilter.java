package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.logging.Logger;

/** First in, last out: gives the exchange its id, marks every answer uncacheable, and writes the one log line of a request. */
@Provider
@PreMatching
@Priority(0)
public class ExchangeFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("org.paivand.exchange");
    private static final String STARTED = "paivand.started";

    /** The words of the contract's paths. Any other segment is what a client typed, which may be a name. */
    private static final Set<String> WORDS = Set.of(
            "cases",
            "joint-links",
            "entered",
            "contacts",
            "screening-summaries",
            "submissions",
            "statutory-notifications",
            "reading",
            "case",
            "discard",
            "sections",
            "consents",
            "notices",
            "receipts",
            "revocation",
            "withdrawals",
            "previews",
            "referrals",
            "case-groups",
            "groups",
            "members",
            "group-offers",
            "acceptance",
            "decline",
            "questions",
            "answers",
            "cancellation",
            "progress",
            "hold",
            "completion",
            "failure",
            "end-by-person",
            "error",
            "history",
            "notifications",
            "webhooks",
            "dead-letters",
            "redelivery",
            "mail-addresses",
            "assignments",
            "releases",
            "feedback",
            "messages",
            "plan",
            "onward",
            "guardian-findings",
            "best-interests-decisions",
            "status-decision",
            "out-of-band-disclosures",
            "form-blocks",
            "forms",
            "statistics",
            "agencies",
            "directory",
            "snapshot",
            "live-cases",
            "registry",
            "agency",
            "location",
            "service",
            "node",
            "agency-applications",
            "approval",
            "credential",
            "renewal",
            "provisioning",
            "off-boarding",
            "agreements",
            "export",
            "imports",
            "services",
            "organizations",
            "service_at_locations",
            "locations",
            "taxonomies",
            "taxonomy_terms",
            "matrix",
            "approvals",
            "confirmation",
            "rejection",
            "audit",
            "entries",
            "bundles",
            "changes",
            "proof",
            "reviews",
            "checkpoint",
            "tile",
            "witness",
            "add-checkpoint");

    @Inject
    Exchange exchange;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
        exchange.accepts(Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), ""));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Paivand-Exchange", exchange.id());
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, java.util.List.of("no-store"));
        LOG.info(() ->
                "{\"exchange\":\"%s\",\"method\":\"%s\",\"resource\":\"%s\",\"status\":%d,\"agency\":\"%s\",\"ms\":%d}"
                        .formatted(
                                exchange.id(),
                                request.getMethod(),
                                template(request),
                                response.getStatus(),
                                exchange.possibleCaller()
                                        .map(caller -> caller.agency().value())
                                        .orElse(""),
                                elapsed(request).toMillis()));
    }

    /** The path with its ids replaced, so that a log line names no referral and whatever else was typed into a path is dropped. */
    private static String template(ContainerRequestContext request) {
        StringBuilder template = new StringBuilder();
        for (var segment : request.getUriInfo().getPathSegments()) {
            template.append('/').append(WORDS.contains(segment.getPath()) ? segment.getPath() : "*");
        }
        return template.toString();
    }

    private static Duration elapsed(ContainerRequestContext request) {
        return request.getProperty(STARTED) instanceof Long started
                ? Duration.ofNanos(System.nanoTime() - started)
                : Duration.ZERO;
    }
}
