package org.paivand.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paivand.problem.ProblemException;

/** Wire values become domain values here; what doesn't fit is named by its pointer and never repeated. */
public final class Codes {
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

    private static <T> T parsed(String pointer, String text, Function<String, T> parser, String fault) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(pointer, fault);
        }
    }
}
