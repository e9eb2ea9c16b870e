package org.paivand.export;

import java.io.OutputStream;
import org.paivand.disclosure.Coded;
import org.paivand.export.fhir.AuditEventLines;

/** The formats that entries leave in. */
public enum ExportFormat implements Coded {
    /** One FHIR R4 AuditEvent a line. */
    FHIR("fhir", "application/fhir+ndjson", "ndjson"),
    /** RFC 4180, for people. */
    CSV("csv", "text/csv", "csv"),
    /** Our own event with its place in the log, one a line. */
    JSONL("jsonl", "application/x-ndjson", "jsonl"),
    /** RFC 5424 messages in the octet-counted framing of RFC 6587, for a SIEM. */
    SYSLOG("syslog", "application/octet-stream", "syslog");

    private final String code;
    private final String mediaType;
    private final String extension;

    ExportFormat(String code, String mediaType, String extension) {
        this.code = code;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    @Override
    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a file's name, without the dot. */
    public String extension() {
        return extension;
    }

    /** Give it a buffered stream: it writes in small pieces. */
    public EntryWriter on(OutputStream out) {
        return switch (this) {
            case FHIR -> new AuditEventLines(out);
            case CSV -> new CsvTable(out);
            case JSONL -> new JsonLines(out);
            case SYSLOG -> new SyslogMessages(out);
        };
    }

    public static ExportFormat of(String code) {
        return Coded.of(ExportFormat.class, code);
    }
}
