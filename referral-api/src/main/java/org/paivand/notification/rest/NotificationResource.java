package org.paivand.notification.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.notification.Notification;
import org.paivand.notification.NotificationFeed;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Exchange;
import org.paivand.rest.Pages;

/** What the caller's agency is told of. Nothing in it is about anybody, and it is no log entry. */
@Path("notifications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class NotificationResource {
    private static final Pattern SECONDS = Pattern.compile("0|[1-9][0-9]?");

    @Inject
    Exchange exchange;

    @Inject
    NotificationFeed feed;

    /** The contract's Notification. */
    public record NotificationView(String kind, UUID subject, Instant at) {
        static NotificationView of(Notification notification) {
            return new NotificationView(notification.kind().code(), notification.subject(), notification.at());
        }
    }

    /** The contract's NotificationPage. */
    public record NotificationPage(List<NotificationView> items, String next) {}

    @GET
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    public NotificationPage read(
            @QueryParam("after") @Nullable String after,
            @QueryParam("wait") @Nullable String wait,
            @QueryParam("limit") @Nullable String limit)
            throws InterruptedException {
        long position = Pages.position(after);
        Duration patience = Duration.ofSeconds(wait == null ? 0 : seconds(wait));
        if (patience.compareTo(NotificationFeed.LONGEST_WAIT) > 0) {
            throw ProblemException.invalid("wait", "out-of-range");
        }
        List<Notification> found = feed.read(exchange.caller().agency(), position, Pages.limit(limit), patience);
        long last = found.isEmpty() ? position : found.get(found.size() - 1).position();
        return new NotificationPage(found.stream().map(NotificationView::of).toList(), Long.toString(last));
    }

    private static long seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw ProblemException.invalid("wait", "bad-pattern");
        }
        return Long.parseLong(text);
    }
}
