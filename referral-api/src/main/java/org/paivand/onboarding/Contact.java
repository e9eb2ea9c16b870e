package org.paivand.onboarding;

import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;

/**
 * Whom a registrar calls before approving.
 *
 * @param phone of the office: E.164, or a short code
 */
public record Contact(Office office, String phone) {
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}|[0-9]{3,6}");

    public Contact {
        phone(phone);
    }

    /** @throws IllegalArgumentException if it is neither */
    public static String phone(String text) {
        Canonical.require(PHONE.matcher(text).matches(), "a telephone number is E.164 or a short code");
        return text;
    }
}
