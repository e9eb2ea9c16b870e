package org.paivand.webhook;

import java.io.IOException;
import java.time.Instant;

/** Sends one delivery. Follows no redirect, and waits a few seconds at most. */
public interface WebhookSender {
    /**
     * Returns the answer's status.
     *
     * @throws ForbiddenAddressException if the name leads to an address that nothing is sent to
     * @throws IOException if there was no answer
     */
    int send(WebhookAddress address, String id, Instant at, String signature, String body) throws IOException;

    /** The host's name leads into a network that isn't everybody's. */
    final class ForbiddenAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        public ForbiddenAddressException() {
            super("not a public address");
        }
    }
}
