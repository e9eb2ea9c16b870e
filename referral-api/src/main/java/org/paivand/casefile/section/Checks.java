package org.paivand.casefile.section;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.paivand.casefile.section.InvalidMember.Fault;

/** What the compact constructors of sections ask of their members. */
final class Checks {

    private Checks() {}

    static void form(Pattern form, String value) {
        if (!form.matcher(value).matches() || value.isBlank() || hasLoneSurrogate(value)) {
            throw new IllegalArgumentException("a text doesn't have its form");
        }
    }

    /** Such a text has no UTF-8 form, so it could be read but never written. */
    private static boolean hasLoneSurrogate(String value) {
        return value.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    static <T> List<T> items(String member, List<T> items, int least, int most) {
        size(member, items, least, most);
        return List.copyOf(items);
    }

    static <T> Set<T> items(String member, Set<T> items, int least, int most) {
        size(member, items, least, most);
        return Set.copyOf(items);
    }

    static void consistent(boolean condition, String member) {
        if (!condition) {
            throw new InvalidMember(member, Fault.CONTRADICTION);
        }
    }

    static void notEmpty(boolean anything) {
        if (!anything) {
            throw new InvalidMember("", Fault.TOO_FEW);
        }
    }

    static String redacted(Object value) {
        return value.getClass().getSimpleName() + "[redacted]";
    }

    private static void size(String member, Collection<?> items, int least, int most) {
        if (items.size() < least) {
            throw new InvalidMember(member, Fault.TOO_FEW);
        }
        if (items.size() > most) {
            throw new InvalidMember(member, Fault.TOO_MANY);
        }
    }
}
