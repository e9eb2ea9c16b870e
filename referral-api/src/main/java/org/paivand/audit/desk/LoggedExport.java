package org.paivand.audit.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.paivand.audit.jdbc.OpenedEntries;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.database.Database;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportFormat;
import org.paivand.export.Exported;

/** An export whose entry is committed, and which may therefore be written. */
public final class LoggedExport {
    /** Entries read in one transaction: some megabytes at the very most, and no connection waits for a slow network. */
    private static final int AT_ONCE = 64;

    private final Database database;
    private final OpenedEntries entries;
    private final long from;
    private final long to;
    private final ExportDesk.Wanted wanted;

    LoggedExport(Database database, OpenedEntries entries, long from, long to, ExportDesk.Wanted wanted) {
        this.database = database;
        this.entries = entries;
        this.from = from;
        this.to = to;
        this.wanted = wanted;
    }

    public ExportFormat format() {
        return wanted.format();
    }

    /** @throws LogUnavailableException if an entry can't be opened; what was written until then isn't the whole */
    public void write(OutputStream out) throws IOException, LogUnavailableException {
        EntryWriter writer = wanted.format().on(out);
        writer.begin();
        for (long index = from; index < to; index += AT_ONCE) {
            for (Exported entry : read(index, Math.min(to, index + AT_ONCE))) {
                if (wanted.wants(entry)) {
                    entry.writeTo(writer);
                }
            }
        }
    }

    private List<Exported> read(long first, long end) throws LogUnavailableException {
        return database.<List<Exported>, LogUnavailableException>commit(
                transaction -> entries.of(transaction, first, end, wanted.from(), wanted.to()));
    }
}
