package org.paivand.registry.hsds;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Faults as they are found, each once. */
final class Faults {
    private final Source source;
    private final Set<Fault> found = new LinkedHashSet<>();

    Faults(Source source) {
        this.source = source;
    }

    void add(Table table, int index, String column, Fault.Code code) {
        found.add(source.at(table, index, column, code));
    }

    void add(Fault fault) {
        found.add(fault);
    }

    void addAll(Collection<Fault> others) {
        found.addAll(others);
    }

    int count() {
        return found.size();
    }

    void refuse() throws UnreadableImportException {
        if (!found.isEmpty()) {
            throw new UnreadableImportException(List.copyOf(found));
        }
    }
}
