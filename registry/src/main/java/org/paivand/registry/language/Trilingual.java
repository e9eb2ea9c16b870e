package org.paivand.registry.language;

/** One text in Tajik, Russian and English; each 1 to 200 characters, none blank. */
public record Trilingual(String tg, String ru, String en) {

    private static final int MAX_LENGTH = 200;

    public Trilingual {
        requireText(tg);
        requireText(ru);
        requireText(en);
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a text in three languages has 1 to 200 characters in each");
        }
    }
}
