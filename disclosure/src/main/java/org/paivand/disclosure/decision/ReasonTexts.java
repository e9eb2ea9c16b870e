package org.paivand.disclosure.decision;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What happened and what to do, in plain words, for each reason; the same words for everybody. */
public final class ReasonTexts {
    /** Tajik, Russian and English; any other language is answered in English. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("tg"), Locale.forLanguageTag("ru"), Locale.ENGLISH);

    private static final String BUNDLE = "org.paivand.disclosure.decision.reasons";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ReasonTexts() {}

    public static String text(ReasonCode reason, Locale locale) {
        Locale known = LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return ResourceBundle.getBundle(BUNDLE, known, NO_FALLBACK).getString(reason.code());
    }
}
