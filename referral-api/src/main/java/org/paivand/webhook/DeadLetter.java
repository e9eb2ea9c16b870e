package org.paivand.webhook;

import org.paivand.notification.Notification;

/**
 * What could not be delivered and waits to be sent again.
 *
 * @param attempts how often it was tried
 * @param answer the last answer's status, {@code refused} for an address that nothing is sent to, or {@code unreachable}
 */
public record DeadLetter(Notification notification, int attempts, String answer) {}
