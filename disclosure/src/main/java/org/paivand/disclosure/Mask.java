package org.paivand.disclosure;

import java.util.regex.Pattern;

/**
 * A part of a category that stays behind while the rest of it goes. Closed, and each belongs to one category; what stands
 * in its place, if anything does, is for the release to write.
 */
public enum Mask implements Coded {
    /** The year of birth goes as {@code birthYear} in place of the date. */
    BIRTH_YEAR_ONLY("birth-year-only", Category.IDENTITY, "/birthDate"),
    /** How and when the person can be reached, without number, address or go-between. */
    CONTACT_WITHOUT_ADDRESS("contact-without-address", Category.CONTACT, "/(value|viaPerson)"),
    /** Papers and the way, without the number of the travel document. */
    DOCUMENT_WITHOUT_NUMBER("document-without-number", Category.TRAVEL, "/travelDocument/number");

    private final String code;
    private final Category category;
    private final Pattern hidden;

    Mask(String code, Category category, String hidden) {
        this.code = code;
        this.category = category;
        this.hidden = Pattern.compile(hidden + "(/.*)?");
    }

    @Override
    public String code() {
        return code;
    }

    public Category category() {
        return category;
    }

    /** Whether a member at this JSON pointer into the category, or one within it, must not leave under this mask. */
    public boolean hides(String path) {
        return hidden.matcher(path).matches();
    }

    public static Mask of(String code) {
        return Coded.of(Mask.class, code);
    }
}
