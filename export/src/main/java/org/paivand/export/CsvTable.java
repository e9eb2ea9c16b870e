package org.paivand.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * RFC 4180 with a header and CRLF, in UTF-8 without byte order mark. A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it.
 */
final class CsvTable implements EntryWriter {
    private static final String FORMULA = "=+-@\t\r\n";

    private final OutputStream out;

    CsvTable(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        line(Arrays.stream(Column.values()).map(Column::header).collect(Collectors.joining(",")));
    }

    @Override
    public void write(ExportedEntry entry) throws IOException {
        row(Cells.of(entry));
    }

    @Override
    public void write(ShreddedEntry entry) throws IOException {
        row(Cells.of(entry));
    }

    private void row(Map<Column, String> cells) throws IOException {
        line(Arrays.stream(Column.values())
                .map(column -> cell(cells.getOrDefault(column, "")))
                .collect(Collectors.joining(",")));
    }

    static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : "\"" + harmless.replace("\"", "\"\"") + "\"";
    }

    private void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
