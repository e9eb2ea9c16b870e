package org.paivand.webhook;

import org.paivand.notification.Notification;

/**
 * A notification on its way to a webhook.
 *
 * @param attempts so far
 */
public record Delivery(Webhook webhook, Notification notification, int attempts) {
    /** The same for each attempt, so that a receiver can tell that it has it already. */
    public String id() {
        return webhook.id() + "." + notification.position();
    }

    /** A CloudEvent 1.0 in structured mode, for {@code application/cloudevents+json}. Every value is of a closed form. */
    public String body(String source) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"org.paivand.%s\",\"subject\":\"%s\",\"time\":\"%s\"}"
                .formatted(id(), source, notification.kind().code(), notification.subject(), notification.at());
    }
}
