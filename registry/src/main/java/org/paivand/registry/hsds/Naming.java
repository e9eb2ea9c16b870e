package org.paivand.registry.hsds;

import java.util.Optional;
import org.paivand.registry.language.Trilingual;

/** Reads a text in three languages: English in a column, the others as attributes. */
final class Naming {
    private Naming() {}

    static Optional<Trilingual> read(Cells row, String column, Facts facts) {
        Optional<String> english = row.required(column, Cells::words);
        Optional<String> tajik = facts.required(Member.NAME_TG, Cells::words);
        Optional<String> russian = facts.required(Member.NAME_RU, Cells::words);
        return tajik.flatMap(tg -> russian.flatMap(ru -> english.map(en -> new Trilingual(tg, ru, en))));
    }
}
