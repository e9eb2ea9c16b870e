package org.paivand.registry.hsds;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows by table, in the order in which they were found or made. */
public final class Tables {
    private final Map<Table, List<Row>> rows;

    private Tables(Map<Table, List<Row>> rows) {
        this.rows = rows;
    }

    public List<Row> rows(Table table) {
        return rows.getOrDefault(table, List.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tables tables && tables.rows.equals(rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    /** Tables in the making. */
    public static final class Builder {
        private final Map<Table, List<Row>> rows = new EnumMap<>(Table.class);

        public Builder add(Table table, Row row) {
            rows.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
            return this;
        }

        public Builder addAll(Tables tables) {
            tables.rows.forEach((table, some) ->
                    rows.computeIfAbsent(table, none -> new ArrayList<>()).addAll(some));
            return this;
        }

        public Tables tables() {
            Map<Table, List<Row>> copy = new EnumMap<>(Table.class);
            rows.forEach((table, some) -> copy.put(table, List.copyOf(some)));
            return new Tables(copy);
        }
    }
}
