package org.paivand.onboarding;

import org.paivand.disclosure.Canonical;
import org.paivand.registry.place.Phone;

/**
 * Whom a registrar calls before approving.
 *
 * @param phone of the office: E.164, or a short line
 */
public record Contact(Office office, String phone) {
    public Contact {
        phone(phone);
    }

    /** @throws IllegalArgumentException if it is neither */
    public static String phone(String text) {
        Canonical.require(Phone.isNumber(text), "a telephone number is E.164, or a short line");
        return text;
    }
}
