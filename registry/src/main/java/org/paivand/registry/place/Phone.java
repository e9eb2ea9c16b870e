package org.paivand.registry.place;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.paivand.disclosure.Canonical;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;

/**
 * A telephone that everybody may call (HSDS 3 {@code phone}).
 *
 * @param number E.164 as {@code +} and 7 to 15 digits, or a short line of 2 to 6 digits that works in its country alone
 * @param label what the number is for, where that isn't plain
 * @param languages those it is answered in; empty if that isn't known
 */
public record Phone(String number, Optional<Trilingual> label, Set<Language> languages, Hours hours) {

    private static final Pattern E_164_OR_SHORT = Pattern.compile("\\+[1-9][0-9]{6,14}|[0-9]{2,6}");

    public Phone {
        languages = Canonical.sorted(languages);
        if (!isNumber(number)) {
            throw new IllegalArgumentException("a telephone number is E.164 without spaces, or a short line");
        }
    }

    /** Whether it is E.164, or a short line. */
    public static boolean isNumber(String text) {
        return E_164_OR_SHORT.matcher(text).matches();
    }
}
