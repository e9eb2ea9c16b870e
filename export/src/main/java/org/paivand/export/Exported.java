package org.paivand.export;

import java.io.IOException;

/** An entry as it is exported, and where it stands. */
public sealed interface Exported permits ExportedEntry, ShreddedEntry {
    /** The log's origin (C2SP tlog-checkpoint). */
    String log();

    /** From 0. */
    long index();

    /** The code of its type (disclosure/FORMATS.md). */
    String type();

    /** Writes it as what it is. */
    void writeTo(EntryWriter writer) throws IOException;

    /** The host in the origin, which is a URL without its scheme. */
    default String host() {
        int slash = log().indexOf('/');
        return slash > 0 ? log().substring(0, slash) : log();
    }
}
