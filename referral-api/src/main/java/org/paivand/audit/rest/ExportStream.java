package org.paivand.audit.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.paivand.audit.desk.LoggedExport;
import org.paivand.audit.log.LogUnavailableException;

/** An export on its way out, entry by entry. If it can't be finished the connection breaks, so that nobody takes it for whole. */
public final class ExportStream implements StreamingOutput {
    private final LoggedExport export;

    ExportStream(LoggedExport export) {
        this.export = export;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        try {
            export.write(buffered);
        } catch (LogUnavailableException unavailable) {
            throw new IOException("the export can't be finished", unavailable);
        }
        buffered.flush();
    }
}
