package org.paivand.registry.hsds.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Table.Column;

/** A row as a JSON object. */
final class RowJson {
    private RowJson() {}

    static ObjectNode node(Table table, Row row) {
        return node(table, row, Set.of());
    }

    /** @param without columns that go without saying, since the row stands within what they refer to */
    static ObjectNode node(Table table, Row row, Set<String> without) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Column column : table.columns()) {
            row.cell(column.name())
                    .filter(text -> !without.contains(column.name()))
                    .ifPresent(text -> {
                        if (column.number()) {
                            node.put(column.name(), Integer.parseInt(text));
                        } else {
                            node.put(column.name(), text);
                        }
                    });
        }
        return node;
    }
}
