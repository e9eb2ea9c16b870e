package org.paivand.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Conditional requests (RFC 9110 §13): a version is its own strong entity tag. */
public final class Conditions {
    private static final Pattern STRONG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Conditions() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that If-Match names, if it was sent; anything but one strong tag of ours is stale. */
    public static Optional<Integer> ifMatch(@Nullable String header) {
        return Optional.ofNullable(header).map(Conditions::version);
    }

    /**
     * The version to replace, or 0 to create.
     *
     * @throws ProblemException {@code precondition-required} unless exactly one of If-None-Match: * and If-Match was sent
     */
    public static int createOrReplace(@Nullable String ifNoneMatch, @Nullable String ifMatch) {
        if (ifMatch != null && ifNoneMatch == null) {
            return version(ifMatch);
        }
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            return 0;
        }
        throw ProblemException.of(ProblemCode.PRECONDITION_REQUIRED);
    }

    private static int version(String header) {
        Matcher strong = STRONG.matcher(header);
        if (!strong.matches()) {
            throw ProblemException.of(ProblemCode.STALE_VERSION);
        }
        return Integer.parseInt(strong.group(1));
    }
}
