package org.paivand.export.fhir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportedEntry;

/** NDJSON as FHIR's bulk data has it: one resource a line. */
public final class AuditEventLines implements EntryWriter {
    private final OutputStream out;

    public AuditEventLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        out.write((AuditEvents.of(entry) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
