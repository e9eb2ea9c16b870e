package org.paivand.registry.hsds.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.registry.hsds.Fault;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Table.Column;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.UnreadableImportException;

/** All tables as one JSON document: for each a list of its rows, as HSDS's own tabular schema has them. */
public final class WholeJson {
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Fault> faults = new ArrayList<>();
    private final Tables.Builder tables = new Tables.Builder();

    private WholeJson() {}

    public static byte[] write(Tables tables) {
        ObjectNode whole = JSON.createObjectNode();
        for (Table table : Table.values()) {
            ArrayNode rows = whole.putArray(table.singular());
            tables.rows(table).forEach(row -> rows.add(RowJson.node(table, row)));
        }
        try {
            return JSON.writeValueAsBytes(whole);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @throws UnreadableImportException if it isn't JSON; naming every member that doesn't fit, else */
    public static Tables read(byte[] document) throws UnreadableImportException {
        WholeJson reading = new WholeJson();
        reading.whole(parsed(document));
        if (!reading.faults.isEmpty()) {
            throw new UnreadableImportException(reading.faults);
        }
        return reading.tables.tables();
    }

    private static JsonNode parsed(byte[] document) throws UnreadableImportException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return JSON.readTree(text);
        } catch (CharacterCodingException foreign) {
            throw new UnreadableImportException(List.of(Fault.whole(Fault.Code.BAD_ENCODING)));
        } catch (JsonProcessingException malformed) {
            throw new UnreadableImportException(List.of(Fault.whole(Fault.Code.DAMAGED)));
        }
    }

    private void whole(JsonNode whole) {
        if (!whole.isObject()) {
            faults.add(Fault.whole(Fault.Code.WRONG_TYPE));
            return;
        }
        whole.properties().forEach(member -> {
            Optional<Table> table = Table.of(member.getKey());
            if (table.isEmpty()) {
                faults.add(Fault.whole(Fault.Code.UNKNOWN_MEMBER));
            } else if (!member.getValue().isArray()) {
                faults.add(Fault.file(member.getKey(), Fault.Code.WRONG_TYPE));
            } else {
                rows(table.get(), member.getValue());
            }
        });
        if (!whole.has(Table.ORGANIZATION.singular())) {
            faults.add(Fault.file(Table.ORGANIZATION.singular(), Fault.Code.REQUIRED));
        }
    }

    private void rows(Table table, JsonNode rows) {
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            if (!rows.get(i).isObject()) {
                fault(table, i, "", Fault.Code.WRONG_TYPE);
            }
            int index = i;
            rows.get(i).properties().forEach(cell -> cell(table, index, cell, cells));
            tables.add(table, new Row(cells));
        }
    }

    private void cell(Table table, int index, Map.Entry<String, JsonNode> cell, Map<String, String> cells) {
        Optional<Column> column = table.column(cell.getKey());
        JsonNode value = cell.getValue();
        if (column.isEmpty()) {
            fault(table, index, "", Fault.Code.UNKNOWN_MEMBER);
        } else if (column.get().number() ? !value.isInt() : !value.isTextual()) {
            fault(table, index, cell.getKey(), Fault.Code.WRONG_TYPE);
        } else if (value.asText().isEmpty() || value.asText().indexOf('\0') >= 0) {
            fault(table, index, cell.getKey(), Fault.Code.BAD_PATTERN);
        } else {
            cells.put(cell.getKey(), value.asText());
        }
    }

    private void fault(Table table, int index, String column, Fault.Code code) {
        faults.add(new Fault(table.singular(), index, column, code));
    }
}
