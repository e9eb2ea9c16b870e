package org.paivand.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportedEntry;
import org.paivand.export.ShreddedEntry;

/** NDJSON as FHIR's bulk data has it: one resource a line. */
public final class AuditEventLines implements EntryWriter {
    private final OutputStream out;

    public AuditEventLines(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        line(AuditEvents.of(entry));
    }

    @Override
    public void write(ShreddedEntry entry) throws IOException {
        line(ShreddedEvents.of(entry));
    }

    private void line(ObjectNode event) throws IOException {
        out.write((event + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
