package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.stream.Stream;

/** On what law an agreement rests, for people: one line in Tajik, Russian and English, each at most 500 characters. */
public record LawfulBasis(String tg, String ru, String en) {
    public static final int MAX_LENGTH = 500;

    public LawfulBasis {
        require(
                Stream.of(tg, ru, en).allMatch(text -> !text.isBlank() && text.length() <= MAX_LENGTH),
                "a lawful basis has 1 to 500 characters in each language");
    }
}
