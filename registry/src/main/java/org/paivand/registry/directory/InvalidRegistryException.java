package org.paivand.registry.directory;

import java.util.List;

/** Registry data that can't be used; every problem found is named, so that one edit can mend them all. */
public final class InvalidRegistryException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public InvalidRegistryException(List<Fault> faults) {
        super(String.join("; ", faults.stream().map(Fault::text).toList()));
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<Fault> faults() {
        return faults;
    }

    /** At least one; each begins with the id or the JSON pointer it is about. */
    public List<String> problems() {
        return faults.stream().map(Fault::text).toList();
    }
}
