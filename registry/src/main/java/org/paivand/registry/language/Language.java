package org.paivand.registry.language;

import java.util.regex.Pattern;

/**
 * A language as a BCP 47 tag of language, optional script and optional region ({@code tg}, {@code uz-Latn},
 * {@code fa-AF}); three-letter ISO 639-3 codes cover Shughni ({@code sgh}) and the sign languages.
 */
public record Language(String tag) implements Comparable<Language> {

    private static final Pattern BCP_47 = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");

    public Language {
        if (!BCP_47.matcher(tag).matches()) {
            throw new IllegalArgumentException("malformed language tag");
        }
    }

    @Override
    public int compareTo(Language other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
