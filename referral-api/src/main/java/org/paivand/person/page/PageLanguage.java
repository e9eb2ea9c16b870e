package org.paivand.person.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paivand.disclosure.Coded;
import org.paivand.registry.language.Trilingual;

/** Languages in which every page is complete. */
public enum PageLanguage implements Coded {
    TG("tg", "Тоҷикӣ"),
    RU("ru", "Русский"),
    EN("en", "English");

    private final String code;
    private final String name;

    PageLanguage(String code, String name) {
        this.code = code;
        this.name = name;
    }

    @Override
    public String code() {
        return code;
    }

    /** Its name in itself. */
    String ownName() {
        return name;
    }

    String of(Trilingual text) {
        return switch (this) {
            case TG -> text.tg();
            case RU -> text.ru();
            case EN -> text.en();
        };
    }

    public static Optional<PageLanguage> of(String code) {
        return List.of(values()).stream()
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The best of ours for a header Accept-Language (RFC 9110 §12.5.4); Tajik if it names none of them. */
    public static PageLanguage accepted(String header) {
        try {
            List<Locale> ours = List.of(values()).stream()
                    .map(language -> Locale.forLanguageTag(language.code))
                    .toList();
            Locale found = header.isBlank() || header.length() > 200
                    ? null
                    : Locale.lookup(Locale.LanguageRange.parse(header), ours);
            return found == null ? TG : of(found.getLanguage()).orElse(TG);
        } catch (IllegalArgumentException unreadable) {
            return TG;
        }
    }
}
