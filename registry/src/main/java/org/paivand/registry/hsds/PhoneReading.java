package org.paivand.registry.hsds;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Phone;

/** Reads telephones and languages. */
final class PhoneReading {
    private PhoneReading() {}

    static List<Phone> of(Sheets sheets, Table owner, String id) {
        return sheets.of(Table.PHONE, owner, id).stream()
                .flatMap(row -> phone(sheets, row).stream())
                .toList();
    }

    private static Optional<Phone> phone(Sheets sheets, Cells row) {
        Facts facts = sheets.facts(Table.PHONE, row);
        Optional<String> number = row.required("number", Function.identity());
        Optional<String> english = row.optional("description", Cells::words);
        Optional<Trilingual> label = Optional.empty();
        if (english.isPresent() || facts.has(Member.NAME_TG) || facts.has(Member.NAME_RU)) {
            label = Naming.read(row, "description", facts);
        }
        Optional<Hours> hours = facts.required(Member.HOURS, HoursText::read);
        Set<Language> languages = languages(sheets, Table.PHONE, row.id());
        facts.end();
        Optional<Trilingual> said = label;
        return row.made(() -> new Phone(number.orElseThrow(), said, languages, hours.orElseThrow()));
    }

    static Set<Language> languages(Sheets sheets, Table owner, String id) {
        Set<Language> found = new LinkedHashSet<>();
        for (Cells row : sheets.of(Table.LANGUAGE, owner, id)) {
            Optional<String> code = row.required("code", text -> new Language(text).tag());
            Optional<Language> exact = row.optional("note", Language::new);
            exact.filter(tag -> !tag.tag().startsWith(code.orElse("") + "-"))
                    .ifPresent(tag -> row.fault("note", Fault.Code.CONTRADICTION));
            Optional<Language> language = exact.or(() -> code.map(Language::new));
            language.filter(one -> !found.add(one)).ifPresent(twice -> row.fault("code", Fault.Code.DUPLICATE));
        }
        return found;
    }
}
