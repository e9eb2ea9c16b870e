package org.paivand.registry.place;

import java.util.regex.Pattern;

/** A part of a country as an ISO 3166-2 code such as {@code TJ-SU}: the most that is told of a confidential place. */
public record Region(String code) implements Comparable<Region> {

    private static final Pattern ISO_3166_2 = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    public Region {
        if (!ISO_3166_2.matcher(code).matches()) {
            throw new IllegalArgumentException("a region is an ISO 3166-2 code");
        }
    }

    /** The ISO 3166-1 alpha-2 code of the country the region belongs to. */
    public String country() {
        return code.substring(0, 2);
    }

    @Override
    public int compareTo(Region other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
