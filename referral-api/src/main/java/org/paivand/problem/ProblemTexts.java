package org.paivand.problem;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What happened and what to do, in the caller's language. */
public final class ProblemTexts {
    private static final List<Locale> OFFERED =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("tg"), Locale.forLanguageTag("ru"));

    private final ResourceBundle texts;
    private final Locale language;

    private ProblemTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.paivand.problem.problems",
                language,
                ProblemTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Texts in the best language we have.
     *
     * @param acceptLanguage the header's value (RFC 9110 §12.5.4), or an empty string; an unreadable one counts as English
     */
    public static ProblemTexts in(String acceptLanguage) {
        return new ProblemTexts(language(acceptLanguage));
    }

    public static Locale language(String acceptLanguage) {
        try {
            Locale wanted = acceptLanguage.isBlank() || acceptLanguage.length() > 200
                    ? null
                    : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return wanted == null ? Locale.ENGLISH : wanted;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    public Locale language() {
        return language;
    }

    public String title(ProblemCode code) {
        return texts.getString(code.code() + ".title");
    }

    public String detail(ProblemCode code) {
        return texts.getString(code.code() + ".detail");
    }
}
