package org.paivand.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.disclosure.Coded;
import org.paivand.problem.ProblemException;

/** Wire values become domain values here; what doesn't fit is named by its pointer and never repeated. */
public final class Codes {
    private static final Pattern COMMA = Pattern.compile(",");

    private Codes() {}

    /** @throws ProblemException {@code not-in-list} at the pointer, if the parser refuses the text */
    public static <T> T of(String pointer, String text, Function<String, T> parser) {
        return parsed(pointer, text, parser, "not-in-list");
    }

    /** @throws ProblemException {@code bad-pattern} at the pointer, if the parser refuses the text */
    public static <T> T text(String pointer, String text, Function<String, T> parser) {
        return parsed(pointer, text, parser, "bad-pattern");
    }

    /** @throws ProblemException if one doesn't fit, one is there twice, there is none or there are more than allowed */
    public static <T> List<T> all(String pointer, List<String> texts, int most, Function<String, T> parser) {
        if (texts.isEmpty() || texts.size() > most) {
            throw ProblemException.invalid(pointer, texts.isEmpty() ? "too-few" : "too-many");
        }
        List<T> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            T value = of(pointer + "/" + i, texts.get(i), parser);
            if (found.contains(value)) {
                throw ProblemException.invalid(pointer + "/" + i, "duplicate");
            }
            found.add(value);
        }
        return found;
    }

    /** @throws ProblemException {@code not-in-list} with the list, if the text isn't in it */
    public static String among(String pointer, String text, Collection<String> allowed) {
        if (!allowed.contains(text)) {
            throw ProblemException.invalid(pointer, "not-in-list", List.copyOf(allowed));
        }
        return text;
    }

    /** @throws ProblemException {@code not-in-list} with the list, if the text is none of its codes */
    public static <E extends Enum<E> & Coded> E among(String pointer, String text, Class<E> list) {
        return Coded.of(list, among(pointer, text, codes(list)));
    }

    /**
     * A parameter of several codes, with commas between; none if it isn't there.
     *
     * @throws ProblemException {@code not-in-list} with the list, {@code duplicate} if one is there twice
     */
    public static Set<String> several(String name, @Nullable String text, Collection<String> allowed) {
        Set<String> found = new LinkedHashSet<>();
        if (text != null) {
            for (String code : COMMA.split(text, -1)) {
                if (!found.add(among(name, code, allowed))) {
                    throw ProblemException.invalid(name, "duplicate");
                }
            }
        }
        return found;
    }

    /** The codes of a list, in its order. */
    public static <E extends Enum<E> & Coded> List<String> codes(Class<E> list) {
        return Arrays.stream(list.getEnumConstants()).map(Coded::code).toList();
    }

    private static <T> T parsed(String pointer, String text, Function<String, T> parser, String fault) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(pointer, fault);
        }
    }
}
