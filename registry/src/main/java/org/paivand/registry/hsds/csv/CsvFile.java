package org.paivand.registry.hsds.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paivand.registry.hsds.Fault;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Table.Column;

/** One table as a CSV file: RFC 4180 in UTF-8, with a header. */
final class CsvFile {
    /** Longer than any text of the registry in any of its escapes. */
    private static final int MAX_CELL = 4096;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build();
    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");
    private static final ObjectReader READER = CSV.readerFor(String[].class).with(SCHEMA);
    private static final ObjectWriter WRITER = CSV.writerFor(String[].class).with(SCHEMA);

    private final Table table;
    private final List<Fault> faults;

    private CsvFile(Table table, List<Fault> faults) {
        this.table = table;
        this.faults = faults;
    }

    static byte[] write(Table table, List<Row> rows) {
        List<String> columns =
                table.columns().stream().filter(Column::kept).map(Column::name).toList();
        StringWriter text = new StringWriter();
        try (SequenceWriter cells = WRITER.writeValues(text)) {
            cells.write(columns.toArray(String[]::new));
            for (Row row : rows) {
                cells.write(columns.stream()
                        .map(column -> Formulas.escaped(row.cell(column).orElse("")))
                        .toArray(String[]::new));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The rows, as far as they can be read; what can't is added to the faults. */
    static List<Row> read(Table table, byte[] file, List<Fault> faults) {
        return new CsvFile(table, faults).read(file);
    }

    private List<Row> read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        int line = 0;
        try (MappingIterator<String[]> lines = READER.readValues(decoded(file))) {
            while (lines.hasNextValue()) {
                String[] cells = lines.nextValue();
                line++;
                if (line == 1) {
                    header = header(cells);
                } else {
                    rows.add(row(header, cells, line));
                }
            }
        } catch (CharacterCodingException foreign) {
            fault(Fault.NO_ROW, "", Fault.Code.BAD_ENCODING);
        } catch (JsonProcessingException malformed) {
            fault(line + 1, "", Fault.Code.DAMAGED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (line == 0 && faults.stream().noneMatch(fault -> fault.table().equals(table.file()))) {
            fault(Fault.NO_ROW, "", Fault.Code.DAMAGED);
        }
        return rows;
    }

    private static String decoded(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        if (text.indexOf('\0') >= 0) {
            throw new CharacterCodingException();
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** What a column may be called in a fault: a name of the specification, or its number. */
    private List<String> header(String[] cells) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.length; i++) {
            String column = Integer.toString(i + 1);
            if (table.column(cells[i]).isEmpty()) {
                fault(1, column, Fault.Code.UNKNOWN_MEMBER);
            } else if (!seen.add(cells[i])) {
                fault(1, column, Fault.Code.DUPLICATE);
            }
        }
        table.columns().stream()
                .filter(column -> column.required() && !column.derived() && !seen.contains(column.name()))
                .forEach(column -> fault(1, column.name(), Fault.Code.REQUIRED));
        return Arrays.asList(cells);
    }

    private Row row(List<String> header, String[] cells, int line) {
        Map<String, String> read = new LinkedHashMap<>();
        if (cells.length != header.size()) {
            fault(line, "", cells.length < header.size() ? Fault.Code.REQUIRED : Fault.Code.TOO_MANY);
        }
        for (int i = 0; i < Math.min(cells.length, header.size()); i++) {
            String column = header.get(i);
            if (table.column(column).isEmpty() || cells[i].isEmpty()) {
                continue;
            }
            if (Formulas.begins(cells[i])) {
                fault(line, column, Fault.Code.FORMULA);
            } else if (cells[i].length() > MAX_CELL) {
                fault(line, column, Fault.Code.TOO_LONG);
            } else {
                read.put(column, Formulas.unescaped(cells[i]));
            }
        }
        return new Row(read);
    }

    private void fault(int line, String column, Fault.Code code) {
        faults.add(new Fault(table.file(), line, column, code));
    }
}
