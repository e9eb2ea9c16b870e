package org.paivand.registry.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.registry.hsds.Facts.Fact;
import org.paivand.registry.hsds.Vocabulary.Term;

/** Tables on their way in: which rows belong to which, and whose attributes are whose. */
final class Sheets {
    /** What belongs to one other row. */
    private static final Set<Table> CHILDREN = Set.of(
            Table.ORGANIZATION_IDENTIFIER,
            Table.ADDRESS,
            Table.PHONE,
            Table.SCHEDULE,
            Table.SERVICE_AREA,
            Table.LANGUAGE);

    private final Tables tables;
    private final Faults faults;
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, List<Fact>> facts = new HashMap<>();
    private final Map<String, List<Integer>> children = new HashMap<>();

    Sheets(Tables tables, Faults faults) {
        this.tables = tables;
        this.faults = faults;
        terms();
        facts();
        CHILDREN.forEach(this::children);
    }

    Faults faults() {
        return faults;
    }

    List<Cells> all(Table table) {
        List<Cells> all = new ArrayList<>();
        for (int i = 0; i < tables.rows(table).size(); i++) {
            all.add(new Cells(faults, table, i, tables.rows(table).get(i)));
        }
        return all;
    }

    List<Cells> of(Table child, Table owner, String id) {
        return children.getOrDefault(key(child, owner.singular(), id), List.of()).stream()
                .map(index -> new Cells(faults, child, index, tables.rows(child).get(index)))
                .toList();
    }

    Facts facts(Table owner, Cells row) {
        return new Facts(faults, row, facts.getOrDefault(owner.singular() + "/" + row.id(), List.of()));
    }

    private void terms() {
        Map<String, Vocabulary> vocabularies = new HashMap<>();
        for (Cells row : all(Table.TAXONOMY)) {
            Optional<Vocabulary> known = row.optional("name", name -> name).flatMap(Vocabulary::named);
            if (known.isEmpty()) {
                row.fault("name", Fault.Code.NOT_IN_LIST);
            }
            known.ifPresent(vocabulary -> {
                row.requireDerived(vocabulary.row());
                vocabularies.put(row.id(), vocabulary);
            });
        }
        for (Cells row : all(Table.TAXONOMY_TERM)) {
            Optional<Vocabulary> vocabulary =
                    row.optional("taxonomy_id", id -> id).flatMap(id -> Optional.ofNullable(vocabularies.get(id)));
            Optional<Term> term = vocabulary.flatMap(
                    known -> row.optional("code", code -> code).flatMap(known::term));
            if (vocabulary.isPresent() && term.isEmpty()) {
                row.fault("code", Fault.Code.NOT_IN_LIST);
            }
            term.ifPresent(known -> {
                row.requireDerived(known.row());
                terms.put(row.id(), known);
            });
        }
    }

    private void facts() {
        List<Row> rows = tables.rows(Table.ATTRIBUTE);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int index = i;
            String link = row.cell("link_entity").orElse("") + "/"
                    + row.cell("link_id").orElse("");
            row.cell("taxonomy_term_id")
                    .flatMap(id -> Optional.ofNullable(terms.get(id)))
                    .ifPresent(term -> facts.computeIfAbsent(link, none -> new ArrayList<>())
                            .add(new Fact(index, term, row.cell("value"))));
        }
    }

    private void children(Table child) {
        List<Row> rows = tables.rows(child);
        for (int i = 0; i < rows.size(); i++) {
            int owners = 0;
            for (Table.Column column : child.columns()) {
                Optional<String> owner = column.references();
                Optional<String> id =
                        owner.isEmpty() ? Optional.empty() : rows.get(i).cell(column.name());
                if (id.isPresent()) {
                    owners++;
                    children.computeIfAbsent(key(child, owner.get(), id.get()), none -> new ArrayList<>())
                            .add(i);
                }
            }
            if (owners != 1) {
                faults.add(child, i, "", owners == 0 ? Fault.Code.DANGLING : Fault.Code.CONTRADICTION);
            }
        }
    }

    private static String key(Table child, String owner, String id) {
        return child.singular() + "/" + owner + "/" + id;
    }
}
