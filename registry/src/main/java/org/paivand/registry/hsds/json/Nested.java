package org.paivand.registry.hsds.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.registry.hsds.PublicDirectory;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.Vocabulary;

/** The rows of one thing, those that belong to others within these. */
final class Nested {
    /** What may stand within another row, in the order in which it is told. */
    private static final List<Table> CHILDREN = List.of(
            Table.ORGANIZATION_IDENTIFIER,
            Table.ADDRESS,
            Table.PHONE,
            Table.SCHEDULE,
            Table.SERVICE_AREA,
            Table.LANGUAGE);

    private static final Map<String, ObjectNode> TERMS = terms();

    private final Tables rows;

    Nested(Tables rows) {
        this.rows = rows;
    }

    ObjectNode with(Table table, Row row) {
        return with(table, row, Set.of());
    }

    private ObjectNode with(Table table, Row row, Set<String> without) {
        ObjectNode node = RowJson.node(table, row, without);
        String id = row.text("id");
        String link = table.singular() + "_id";
        for (Table child : CHILDREN) {
            List<Row> own = rows.rows(child).stream()
                    .filter(one -> one.cell(link).equals(Optional.of(id)))
                    .toList();
            if (!own.isEmpty()) {
                ArrayNode list = node.putArray(child.plural());
                own.forEach(one -> list.add(with(child, one, Set.of(link))));
            }
        }
        attributes(node, table, id);
        return node;
    }

    private void attributes(ObjectNode node, Table table, String id) {
        List<Row> own = rows.rows(Table.ATTRIBUTE).stream()
                .filter(one -> one.text("link_id").equals(id)
                        && one.text("link_entity").equals(table.singular()))
                .toList();
        if (!own.isEmpty()) {
            ArrayNode list = node.putArray(Table.ATTRIBUTE.plural());
            own.forEach(one -> {
                ObjectNode attribute =
                        RowJson.node(Table.ATTRIBUTE, one, Set.of("link_id", "link_entity", "taxonomy_term_id"));
                attribute.set("taxonomy_term", TERMS.get(one.text("taxonomy_term_id")));
                list.add(attribute);
            });
        }
    }

    private static Map<String, ObjectNode> terms() {
        Map<String, ObjectNode> terms = new HashMap<>();
        for (Vocabulary vocabulary : Vocabulary.values()) {
            Tables tables = PublicDirectory.vocabulary(vocabulary);
            ObjectNode taxonomy =
                    RowJson.node(Table.TAXONOMY, tables.rows(Table.TAXONOMY).get(0));
            tables.rows(Table.TAXONOMY_TERM).forEach(term -> {
                ObjectNode node = RowJson.node(Table.TAXONOMY_TERM, term);
                node.set("taxonomy_detail", taxonomy);
                terms.put(term.text("id"), node);
            });
        }
        return Map.copyOf(terms);
    }
}
