package org.paivand.rest;

import java.util.UUID;
import java.util.regex.Pattern;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Ids in paths. */
public final class Ids {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Ids() {}

    /** Something that can't be an id names nothing, so it is answered as an id that was never given. */
    public static UUID of(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return UUID.fromString(text);
    }
}
