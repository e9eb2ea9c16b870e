package org.paivand.mail;

import java.net.URI;
import java.util.Optional;

/**
 * A mail, whole.
 *
 * @param sender whom the reader sees it come from, in words
 * @param text plain
 * @param way by which whoever reads it ends it with one step (RFC 8058)
 */
public record Letter(
        MailAddress to, String sender, String subject, String text, MailLanguage language, Optional<URI> way) {
    @Override
    public String toString() {
        return "a mail";
    }
}
