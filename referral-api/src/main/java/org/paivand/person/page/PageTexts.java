package org.paivand.person.page;

import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the pages, in one language. */
final class PageTexts {
    private final PageLanguage language;
    private final ResourceBundle texts;

    PageTexts(PageLanguage language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.paivand.person.page.pages",
                language == PageLanguage.EN ? Locale.ROOT : Locale.forLanguageTag(language.code()),
                PageTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    PageLanguage language() {
        return language;
    }

    String of(String key) {
        return texts.getString(key);
    }
}
