package org.paivand.mail.smtp;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Coded;
import org.paivand.mail.MailAddress;

/**
 * The operator's mail server, which takes all mails of the node.
 *
 * @param port 1 to 65535
 * @param from whom mails come from, to people and to servers
 */
public record MailRelay(String host, int port, Security security, Optional<Login> login, MailAddress from) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");

    /** How the line to it is kept from others. */
    public enum Security implements Coded {
        /** It begins in the clear, and nothing is said before it is encrypted (RFC 3207). */
        STARTTLS,
        /** Encrypted from the first byte (RFC 8314). */
        TLS,
        /** Not at all: on this machine alone. */
        NONE;

        @Override
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what the node is known to it. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "a login";
        }
    }

    /** @throws IllegalArgumentException for a line in the clear to another machine */
    public MailRelay {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("paivand.mail.port is 1 to 65535");
        }
        if (security == Security.NONE && !LOOPBACK.contains(host)) {
            throw new IllegalArgumentException("paivand.mail.security is none for a server on this machine alone");
        }
    }
}
