package org.paivand.webhook.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.disclosure.Coded;
import org.paivand.notification.NotificationKind;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;
import org.paivand.rest.Pages;
import org.paivand.webhook.DeadLetter;
import org.paivand.webhook.Webhook;
import org.paivand.webhook.WebhookAddress;
import org.paivand.webhook.WebhookDesk;
import org.paivand.webhook.WebhookPolicy;

/** The webhooks of the caller's agency, made by its own program. */
@Path("webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    WebhookDesk desk;

    @Inject
    WebhookPolicy policy;

    /** The contract's NewWebhook. */
    public record NewWebhook(String url, Optional<List<String>> kinds) {}

    /** The contract's Webhook; the secret is shown when it is made, and never again. */
    public record WebhookView(UUID webhookId, String url, List<String> kinds, Instant since, Optional<String> secret) {
        static WebhookView of(Webhook webhook, Optional<String> secret) {
            return new WebhookView(
                    webhook.id(),
                    webhook.address().uri().toString(),
                    webhook.kinds().stream()
                            .sorted()
                            .map(NotificationKind::code)
                            .toList(),
                    webhook.since(),
                    secret);
        }
    }

    /** The contract's WebhookPage. */
    public record WebhookPage(List<WebhookView> items) {}

    /** The contract's DeadLetter. */
    public record DeadLetterView(String kind, UUID subject, Instant at, int attempts, String answer) {
        static DeadLetterView of(DeadLetter letter) {
            return new DeadLetterView(
                    letter.notification().kind().code(),
                    letter.notification().subject(),
                    letter.notification().at(),
                    letter.attempts(),
                    letter.answer());
        }
    }

    /** The contract's DeadLetterPage. */
    public record DeadLetterPage(List<DeadLetterView> items, Optional<String> next) {}

    /** The contract's Redelivery. */
    public record Redelivery(int count) {}

    @POST
    @May(Role.MACHINE)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewWebhook body) {
        WebhookAddress address = Codes.text("/url", body.url(), text -> WebhookAddress.of(text, policy.loopback()));
        Set<NotificationKind> kinds =
                body.kinds().map(WebhookResource::kinds).orElse(EnumSet.allOf(NotificationKind.class));
        WebhookDesk.Created created = desk.create(exchange.caller(), keys.of(key, request, uri), address, kinds);
        return Response.created(
                        URI.create("/api/v1/webhooks/" + created.webhook().id()))
                .entity(WebhookView.of(
                        created.webhook(), Optional.of(created.secret().shown())))
                .build();
    }

    private static Set<NotificationKind> kinds(List<String> codes) {
        return EnumSet.copyOf(Codes.<NotificationKind>all(
                "/kinds", codes, NotificationKind.values().length, code -> Coded.of(NotificationKind.class, code)));
    }

    @GET
    @May(Role.MACHINE)
    public WebhookPage list() {
        return new WebhookPage(desk.list(exchange.caller()).stream()
                .map(webhook -> WebhookView.of(webhook, Optional.empty()))
                .toList());
    }

    @DELETE
    @Path("{id}")
    @May(Role.MACHINE)
    public Response remove(@PathParam("id") String id) {
        desk.remove(exchange.caller(), Ids.of(id));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/dead-letters")
    @May(Role.MACHINE)
    public DeadLetterPage dead(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        int size = Pages.limit(limit);
        long from = Pages.position(after);
        List<DeadLetter> rows = desk.dead(exchange.caller(), Ids.of(id), from, size + 1);
        return new DeadLetterPage(
                rows.stream().limit(size).map(DeadLetterView::of).toList(),
                rows.size() > size
                        ? Optional.of(
                                Long.toString(rows.get(size - 1).notification().position()))
                        : Optional.empty());
    }

    @POST
    @Path("{id}/redelivery")
    @May(Role.MACHINE)
    public Redelivery redeliver(@PathParam("id") String id) {
        return new Redelivery(desk.revive(exchange.caller(), Ids.of(id)));
    }
}
