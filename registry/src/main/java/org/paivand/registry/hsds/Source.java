package org.paivand.registry.hsds;

/** How rows are counted where they were read, so that a fault names the row that its sender sees. */
public enum Source {
    /** A zip of CSV files; the header is row 1. */
    PACKAGE,
    /** One JSON document; rows are counted from 0, as JSON pointers do. */
    DOCUMENT;

    Fault at(Table table, int index, String column, Fault.Code code) {
        return new Fault(name(table), this == PACKAGE ? index + 2 : index, column, code);
    }

    /** What the table is called there. */
    public String name(Table table) {
        return this == PACKAGE ? table.file() : table.singular();
    }
}
