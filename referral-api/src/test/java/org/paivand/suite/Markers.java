package org.paivand.suite;

import java.util.UUID;

/** Values that stand for a person's in this run and can be found again wherever they leak to. */
final class Markers {
    /** Part of every marker, and of nothing else. */
    static final String RUN = "Marker" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x";

    static final String GIVEN_NAME = RUN + "given";
    static final String FAMILY_NAME = RUN + "family";
    static final String CONTACT = RUN + "contact";
    static final String CODE = RUN.toLowerCase(java.util.Locale.ROOT) + "-code";

    private Markers() {}
}
