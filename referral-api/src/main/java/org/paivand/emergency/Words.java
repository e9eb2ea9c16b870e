package org.paivand.emergency;

import java.util.regex.Pattern;

/**
 * What an emergency officer says of why: 10 to 1000 characters, without control characters. About a person, so it is kept
 * sealed, shown to reviewers alone, and forgotten with the case.
 */
public final class Words {
    private static final Pattern FORM = Pattern.compile("[^\\p{Cntrl}]{10,1000}");

    private final String text;

    public Words(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not 10 to 1000 characters of text");
        }
        this.text = text;
    }

    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "words";
    }
}
