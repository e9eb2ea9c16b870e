package org.paivand.registry.hsds.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.paivand.registry.hsds.Fault;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Table.Column;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.UnreadableImportException;

/**
 * Tables as a tabular data package: a zip with {@code datapackage.json}, which describes them, and a CSV file for each. The same
 * tables always have the same bytes.
 */
public final class DataPackage {
    private static final String DESCRIPTOR = "datapackage.json";

    /** Zip knows no zone; this is the earliest time it can tell. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    private DataPackage() {}

    public static byte[] write(Tables tables) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, DESCRIPTOR, descriptor());
            for (Table table : Table.values()) {
                put(zip, table.file(), CsvFile.write(table, tables.rows(table)));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #write} writes, and what others write in its manner; {@code datapackage.json} isn't read, for it only
     * says what is known of these tables.
     *
     * @throws UnreadableImportException if it is no such zip, or too large when it is unpacked; naming every cell that can't be
     *     read, else
     */
    public static Tables read(byte[] zip) throws UnreadableImportException {
        Map<String, byte[]> files = ZipFiles.read(zip);
        List<Fault> faults = new ArrayList<>();
        Map<Table, List<Row>> rows = new EnumMap<>(Table.class);
        new LinkedHashMap<>(files).forEach((name, file) -> {
            Optional<Table> table = Table.ofFile(name);
            if (table.isPresent()) {
                rows.put(table.get(), CsvFile.read(table.get(), file, faults));
            } else if (!name.equals(DESCRIPTOR)) {
                faults.add(Fault.whole(Fault.Code.UNKNOWN_MEMBER));
            }
        });
        if (!rows.containsKey(Table.ORGANIZATION)) {
            faults.add(Fault.file(Table.ORGANIZATION.file(), Fault.Code.REQUIRED));
        }
        if (!faults.isEmpty()) {
            throw new UnreadableImportException(faults);
        }
        Tables.Builder tables = new Tables.Builder();
        rows.forEach((table, some) -> some.forEach(row -> tables.add(table, row)));
        return tables.tables();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] descriptor() {
        ObjectNode whole = JSON.createObjectNode()
                .put("name", "paivand-registry")
                .put("title", "Agencies, services and locations of a Paivand registry, HSDS 3.1")
                .put("profile", "tabular-data-package");
        ArrayNode resources = whole.putArray("resources");
        for (Table table : Table.values()) {
            ObjectNode resource = resources
                    .addObject()
                    .put("name", table.singular())
                    .put("path", table.file())
                    .put("profile", "tabular-data-resource")
                    .put("format", "csv")
                    .put("mediatype", "text/csv")
                    .put("encoding", "utf-8");
            schema(resource.putObject("schema"), table);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void schema(ObjectNode schema, Table table) {
        ArrayNode fields = schema.putArray("fields");
        ArrayNode foreign = JSON.createArrayNode();
        for (Column column : table.columns()) {
            if (column.kept()) {
                ObjectNode field = fields.addObject()
                        .put("name", column.name())
                        .put("type", column.number() ? "number" : "string");
                field.putObject("constraints").put("required", column.required());
                column.references().ifPresent(other -> {
                    ObjectNode key = foreign.addObject().put("fields", column.name());
                    key.putObject("reference").put("resource", other).put("fields", "id");
                });
            }
        }
        schema.put("primaryKey", "id");
        if (!foreign.isEmpty()) {
            schema.set("foreignKeys", foreign);
        }
    }
}
