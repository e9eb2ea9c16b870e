package org.paivand.casefile.key;

import java.util.regex.Pattern;

/** What search columns hold instead of a case: 64 lower-case hexadecimal digits, meaningless without the node's key. */
public record CaseToken(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public CaseToken {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed case token");
        }
    }
}
