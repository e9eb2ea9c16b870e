package org.paivand.registry.hsds;

import java.util.List;

/** Something that can't be imported as it is; every fault found is named, so that one edit can mend them all. */
public final class UnreadableImportException extends Exception {
    private static final long serialVersionUID = 1;

    /** More than these are of no help to whoever mends the file. */
    public static final int MOST = 50;

    private final transient List<Fault> faults;

    public UnreadableImportException(List<Fault> faults) {
        super(faults.size() + " faults");
        this.faults = faults.stream().limit(MOST).toList();
    }

    /** One at least, {@link #MOST} at most. */
    public List<Fault> faults() {
        return faults;
    }
}
