package org.paivand.registry.hsds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One row: what stands in its cells, by column. An empty cell isn't there. */
public record Row(Map<String, String> cells) {

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        if (cells.containsValue("")) {
            throw new IllegalArgumentException("an empty cell isn't there");
        }
    }

    public Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** For a column that must not be empty. */
    public String text(String column) {
        return cell(column).orElseThrow(() -> new IllegalStateException("no cell in a column that is required"));
    }

    static Builder with(String column, String text) {
        return new Builder().and(column, text);
    }

    /** A row in the making. */
    static final class Builder {
        private final Map<String, String> cells = new LinkedHashMap<>();

        Builder and(String column, String text) {
            if (!text.isEmpty()) {
                cells.put(column, text);
            }
            return this;
        }

        Builder and(String column, Optional<String> text) {
            text.ifPresent(given -> and(column, given));
            return this;
        }

        Row row() {
            return new Row(cells);
        }
    }
}
