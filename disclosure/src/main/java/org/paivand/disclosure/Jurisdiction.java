package org.paivand.disclosure;

import java.util.regex.Pattern;

/** The country whose law binds an agency (ISO 3166-1 alpha-2, upper case); not where its office stands. */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public Jurisdiction {
        Canonical.matching(FORM, code, "jurisdiction");
    }

    public static Jurisdiction of(String code) {
        return new Jurisdiction(code);
    }

    @Override
    public int compareTo(Jurisdiction other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
