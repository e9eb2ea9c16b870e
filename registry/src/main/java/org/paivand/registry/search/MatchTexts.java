package org.paivand.registry.search;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What each reason means and what to do, in plain words. */
public final class MatchTexts {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("tg"), Locale.forLanguageTag("ru"), Locale.ENGLISH);

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private MatchTexts() {}

    /** In Tajik, Russian or English; any other language is answered in English. */
    public static String text(MatchReason reason, Locale locale) {
        Locale known = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return ResourceBundle.getBundle("org.paivand.registry.search.reasons", known, NO_FALLBACK)
                .getString(reason.code());
    }
}
