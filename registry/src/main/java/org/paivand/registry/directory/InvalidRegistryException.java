package org.paivand.registry.directory;

import java.util.List;

/** Registry data that can't be used; every problem found is named, so that one edit can mend them all. */
public final class InvalidRegistryException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    public InvalidRegistryException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** At least one; each begins with the id or the JSON pointer it is about. */
    public List<String> problems() {
        return problems;
    }
}
