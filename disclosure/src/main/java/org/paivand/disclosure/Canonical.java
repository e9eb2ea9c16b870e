package org.paivand.disclosure;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Immutable copies in one fixed order, so that equal values are written as equal bytes; and texts of a fixed shape. */
public final class Canonical {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private Canonical() {}

    public static <E extends Enum<E>> Set<E> enums(Class<E> type, Collection<E> values) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }

    public static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
        return Collections.unmodifiableSet(new TreeSet<>(values));
    }

    public static <K extends Enum<K>, V> Map<K, V> map(Class<K> type, Map<K, V> values) {
        EnumMap<K, V> copy = new EnumMap<>(type);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }

    /** Requires a kebab-case code of 2 to 63 characters; the message never echoes the text. */
    public static String code(String text, String what) {
        return matching(CODE, text, what);
    }

    /** Requires 1 to 128 characters of {@code A-Za-z0-9._:-}: no space, so that no name or sentence slips in. */
    public static String pseudonym(String text, String what) {
        return matching(PSEUDONYM, text, what);
    }

    static String matching(Pattern pattern, String text, String what) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " does not have the form " + pattern.pattern());
        }
        return text;
    }

    public static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
