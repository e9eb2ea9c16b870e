package org.paivand.disclosure;

import java.util.regex.Pattern;

/** The registry's name of an agency: {@code [a-z][a-z0-9-]{2,62}}, as in {@code tj-police-dushanbe}. */
public record AgencyId(String value) implements Comparable<AgencyId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{2,62}");

    public AgencyId {
        Canonical.matching(FORM, value, "agency id");
    }

    public static AgencyId of(String value) {
        return new AgencyId(value);
    }

    @Override
    public int compareTo(AgencyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
