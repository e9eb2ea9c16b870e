package org.paivand.registry.hsds;

import java.util.List;
import java.util.Set;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.Phone;

/** Telephones as rows. HSDS gives them no schedule, so their hours are an attribute. */
final class PhoneRows {
    private PhoneRows() {}

    static void add(Tables.Builder tables, List<Phone> phones, Table owner, String ownerId, Audience audience) {
        for (int i = 0; i < phones.size(); i++) {
            add(tables, phones.get(i), owner, ownerId, Uuids.of(Table.PHONE, ownerId, Integer.toString(i)), audience);
        }
    }

    private static void add(
            Tables.Builder tables, Phone phone, Table owner, String ownerId, String id, Audience audience) {
        tables.add(
                Table.PHONE,
                Row.with("id", id)
                        .and(owner.singular() + "_id", ownerId)
                        .and("number", phone.number())
                        .and("description", phone.label().map(audience.tongue()::of))
                        .row());
        languages(tables, phone.languages(), Table.PHONE, id);
        Attributes attributes =
                new Attributes(tables, Table.PHONE, id).member(Member.HOURS, HoursText.of(phone.hours()));
        if (audience.whole()) {
            phone.label()
                    .ifPresent(label ->
                            attributes.member(Member.NAME_TG, label.tg()).member(Member.NAME_RU, label.ru()));
        }
    }

    /** HSDS takes codes of ISO 639 alone; what else a tag says stands in the note. */
    static void languages(Tables.Builder tables, Set<Language> languages, Table owner, String ownerId) {
        languages.stream().sorted().forEach(language -> {
            String code = language.tag().replaceFirst("-.*", "");
            tables.add(
                    Table.LANGUAGE,
                    Row.with("id", Uuids.of(Table.LANGUAGE, ownerId, language.tag()))
                            .and(owner.singular() + "_id", ownerId)
                            .and("code", code)
                            .and("note", code.equals(language.tag()) ? "" : language.tag())
                            .row());
        });
    }
}
