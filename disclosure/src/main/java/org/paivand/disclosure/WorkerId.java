package org.paivand.disclosure;

import java.util.regex.Pattern;

/** A worker of a recipient, as a pseudonym: {@code [a-z0-9][a-z0-9-]{1,38}}. */
public record WorkerId(String value) implements Comparable<WorkerId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}");

    public WorkerId {
        Canonical.matching(FORM, value, "worker id");
    }

    public static WorkerId of(String value) {
        return new WorkerId(value);
    }

    @Override
    public int compareTo(WorkerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
