package org.paivand.registry.place;

import java.util.regex.Pattern;

/** The registry's name of a location: {@code [a-z][a-z0-9-]{2,62}}. Of a confidential one it must not tell the town. */
public record LocationId(String value) implements Comparable<LocationId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{2,62}");

    public LocationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed location id");
        }
    }

    @Override
    public int compareTo(LocationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
