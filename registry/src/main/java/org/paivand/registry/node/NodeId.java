package org.paivand.registry.node;

import java.util.regex.Pattern;

/** The registry's name of a node: {@code [a-z][a-z0-9-]{2,62}}. */
public record NodeId(String value) implements Comparable<NodeId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{2,62}");

    public NodeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed node id");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
