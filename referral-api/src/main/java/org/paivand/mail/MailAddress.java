package org.paivand.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;

/**
 * Where a mail goes: a plain mailbox at a host with a name (RFC 5321 §4.1.2, without quoted parts, source routes and letters beyond
 * ASCII), 254 characters at most. Nothing that could end a header line fits. The host is kept in small letters.
 */
public record MailAddress(String value) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9_][A-Za-z0-9._+=~-]{0,63}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** @throws IllegalArgumentException if nothing is sent there */
    public MailAddress {
        Canonical.require(value.length() <= LONGEST && FORM.matcher(value).matches(), "a mail address");
        int at = value.indexOf('@');
        Canonical.require(!value.contains("..") && value.charAt(at - 1) != '.', "a mail address");
        value = value.substring(0, at) + value.substring(at).toLowerCase(Locale.ROOT);
    }

    /** What stands after the at sign. */
    public String host() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** It may be somebody's name. */
    @Override
    public String toString() {
        return "a mail address";
    }
}
