package org.paivand.registry.service;

import java.util.regex.Pattern;

/** The registry's name of a service: {@code [a-z][a-z0-9-]{2,62}}. */
public record ServiceId(String value) implements Comparable<ServiceId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{2,62}");

    public ServiceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed service id");
        }
    }

    @Override
    public int compareTo(ServiceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
