package org.paivand.registry.hsds;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paivand.registry.hsds.Table.Column;

/** What the specification demands of tables, whoever wrote them: filled columns, ids that are there once, references that resolve. */
final class TableRules {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,8})");

    /** What attributes are of. */
    private static final Set<String> ENTITIES = Set.of(
            Table.ORGANIZATION.singular(), Table.SERVICE.singular(), Table.LOCATION.singular(), Table.PHONE.singular());

    private final Tables tables;
    private final Faults faults;
    private final Map<String, Set<String>> ids;

    private TableRules(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
        this.ids = Arrays.stream(Table.values())
                .collect(Collectors.toUnmodifiableMap(
                        Table::singular,
                        table -> tables.rows(table).stream()
                                .flatMap(row -> row.cell("id").stream())
                                .collect(Collectors.toUnmodifiableSet())));
    }

    static void check(Tables tables, Faults faults) {
        TableRules rules = new TableRules(tables, faults);
        for (Table table : Table.values()) {
            rules.unique(table);
            for (Column column : table.columns()) {
                rules.column(table, column);
            }
        }
        rules.links();
    }

    private void unique(Table table) {
        Set<String> seen = new HashSet<>();
        List<Row> rows = tables.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            rows.get(i).cell("id").ifPresent(id -> {
                if (!UUID_FORM.matcher(id).matches()) {
                    faults.add(table, index, "id", Fault.Code.BAD_PATTERN);
                } else if (!seen.add(id)) {
                    faults.add(table, index, "id", Fault.Code.DUPLICATE);
                }
            });
        }
    }

    private void column(Table table, Column column) {
        List<Row> rows = tables.rows(table);
        for (int i = 0; i < rows.size(); i++) {
            int index = i;
            if (column.required()
                    && !column.derived()
                    && rows.get(i).cell(column.name()).isEmpty()) {
                faults.add(table, index, column.name(), Fault.Code.REQUIRED);
            }
            rows.get(i).cell(column.name()).ifPresent(text -> cell(table, index, column, text));
        }
    }

    private void cell(Table table, int index, Column column, String text) {
        if (!column.kept()) {
            faults.add(table, index, column.name(), Fault.Code.NOT_KEPT);
        } else if (column.number() && !NUMBER.matcher(text).matches()) {
            faults.add(table, index, column.name(), Fault.Code.WRONG_TYPE);
        } else if (column.references().filter(other -> !known(other, text)).isPresent()) {
            faults.add(table, index, column.name(), Fault.Code.DANGLING);
        }
    }

    private void links() {
        List<Row> rows = tables.rows(Table.ATTRIBUTE);
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> cells = new HashMap<>(rows.get(i).cells());
            String entity = cells.getOrDefault("link_entity", "");
            if (!entity.isEmpty() && !ENTITIES.contains(entity)) {
                faults.add(Table.ATTRIBUTE, i, "link_entity", Fault.Code.NOT_IN_LIST);
            } else if (!entity.isEmpty()
                    && cells.containsKey("link_id")
                    && !known(entity, cells.getOrDefault("link_id", ""))) {
                faults.add(Table.ATTRIBUTE, i, "link_id", Fault.Code.DANGLING);
            }
        }
    }

    private boolean known(String table, String id) {
        return ids.getOrDefault(table, Set.of()).contains(id);
    }
}
