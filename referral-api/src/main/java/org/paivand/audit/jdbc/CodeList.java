package org.paivand.audit.jdbc;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A set of codes as one column: sorted, with commas, NULL where it is empty. No code has a comma. */
final class CodeList {
    private static final String COMMA = ",";

    private CodeList() {}

    static @Nullable String column(Collection<String> codes) {
        return codes.isEmpty() ? null : codes.stream().sorted().collect(Collectors.joining(COMMA));
    }

    static Set<String> read(@Nullable String column) {
        return column == null ? Set.of() : Set.of(column.split(COMMA, -1));
    }
}
