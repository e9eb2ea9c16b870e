package org.paivand.mail.rest;

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
import org.paivand.mail.MailAddress;
import org.paivand.mail.MailDesk;
import org.paivand.mail.MailLanguage;
import org.paivand.mail.Subscription;
import org.paivand.notification.NotificationKind;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Exchange;
import org.paivand.rest.Ids;
import org.paivand.rest.Keys;

/** To whom the caller's agency has told by mail that there is something to look at; made by those who may read its feed. */
@Path("mail-addresses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MailAddressResource {
    @Inject
    Exchange exchange;

    @Inject
    Keys keys;

    @Inject
    MailDesk desk;

    /** The contract's NewMailAddress. */
    public record NewMailAddress(String address, String language, Optional<List<String>> kinds) {}

    /** The contract's MailCode. */
    public record MailCode(String code) {}

    /** The contract's MailAddress. */
    public record MailAddressView(
            UUID addressId,
            String address,
            String language,
            List<String> kinds,
            String state,
            String madeBy,
            Instant since,
            int failures,
            Optional<String> answer) {
        static MailAddressView of(Subscription subscription) {
            return new MailAddressView(
                    subscription.id(),
                    subscription.address().value(),
                    subscription.language().code(),
                    subscription.kinds().stream()
                            .sorted()
                            .map(NotificationKind::code)
                            .toList(),
                    subscription.standing().code(),
                    subscription.madeBy(),
                    subscription.since(),
                    subscription.failures(),
                    subscription.answer());
        }
    }

    /** The contract's MailAddressPage. */
    public record MailAddressPage(List<MailAddressView> items) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response subscribe(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Context Request request,
            @Context UriInfo uri,
            NewMailAddress body) {
        MailAddress address = Codes.text("/address", body.address(), MailAddress::new);
        MailLanguage language = Codes.of("/language", body.language(), code -> Coded.of(MailLanguage.class, code));
        Set<NotificationKind> kinds =
                body.kinds().map(MailAddressResource::kinds).orElse(EnumSet.allOf(NotificationKind.class));
        Subscription begun = desk.subscribe(exchange.caller(), keys.of(key, request, uri), address, kinds, language);
        return Response.created(URI.create("/api/v1/mail-addresses/" + begun.id()))
                .entity(MailAddressView.of(begun))
                .build();
    }

    private static Set<NotificationKind> kinds(List<String> codes) {
        return EnumSet.copyOf(Codes.<NotificationKind>all(
                "/kinds", codes, NotificationKind.values().length, code -> Coded.of(NotificationKind.class, code)));
    }

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public MailAddressPage list() {
        return new MailAddressPage(
                desk.list(exchange.caller()).stream().map(MailAddressView::of).toList());
    }

    @POST
    @Path("{id}/confirmation")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public MailAddressView confirm(@PathParam("id") String id, MailCode body) {
        if (!body.code().matches("[0-9A-HJKMNP-TV-Z]{8}")) {
            throw ProblemException.invalid("/code", "bad-pattern");
        }
        return MailAddressView.of(desk.confirm(exchange.caller(), Ids.of(id), body.code()));
    }

    @DELETE
    @Path("{id}")
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public Response remove(@PathParam("id") String id) {
        desk.remove(exchange.caller(), Ids.of(id));
        return Response.noContent().build();
    }
}
