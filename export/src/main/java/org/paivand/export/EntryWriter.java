package org.paivand.export;

import java.io.IOException;

/** Writes entries to the stream it was made for, one after another, keeping none. It never closes the stream. */
public interface EntryWriter {
    /** What stands before the first entry; called once, also where no entry follows. */
    default void begin() throws IOException {}

    void write(ExportedEntry entry) throws IOException;

    void write(ShreddedEntry entry) throws IOException;
}
