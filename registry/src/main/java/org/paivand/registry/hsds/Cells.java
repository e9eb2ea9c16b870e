package org.paivand.registry.hsds;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.paivand.registry.hsds.Table.Column;
import org.paivand.registry.language.Trilingual;

/** The cells of one row on their way in. What doesn't fit becomes a fault, and the next is read. */
final class Cells {
    private final Faults faults;
    private final Table table;
    private final int index;
    private final Row row;
    private final int before;

    Cells(Faults faults, Table table, int index, Row row) {
        this.faults = faults;
        this.table = table;
        this.index = index;
        this.row = row;
        this.before = faults.count();
    }

    String id() {
        return row.cell("id").orElse("");
    }

    <T> Optional<T> optional(String column, Function<String, T> reader) {
        return row.cell(column).flatMap(text -> read(column, text, reader));
    }

    <T> Optional<T> required(String column, Function<String, T> reader) {
        if (row.cell(column).isEmpty()) {
            fault(column, Fault.Code.REQUIRED);
        }
        return optional(column, reader);
    }

    private <T> Optional<T> read(String column, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException refused) {
            fault(column, Fault.Code.BAD_PATTERN);
            return Optional.empty();
        }
    }

    void fault(String column, Fault.Code code) {
        faults.add(table, index, column, code);
    }

    /** Makes what the row is about, if nothing was wrong since this was made. */
    <T> Optional<T> made(Supplier<T> value) {
        if (faults.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException | DateTimeException refused) {
            fault("", Fault.Code.CONTRADICTION);
            return Optional.empty();
        } catch (NoSuchElementException missing) {
            // Something that is required was found to be missing before, and told then.
            if (faults.count() == 0) {
                fault("", Fault.Code.REQUIRED);
            }
            return Optional.empty();
        }
    }

    /** What is made of other columns holds that or nothing: else somebody's words would be lost. */
    void requireDerived(Row fresh) {
        for (Column column : table.columns()) {
            Optional<String> given = row.cell(column.name());
            boolean refers = column.references().isPresent();
            if (column.derived() && !refers && given.isPresent() && !given.equals(fresh.cell(column.name()))) {
                fault(column.name(), Fault.Code.NOT_KEPT);
            }
        }
    }

    /** A text that fits into one in three languages. */
    static String words(String text) {
        return new Trilingual(text, text, text).en();
    }
}
