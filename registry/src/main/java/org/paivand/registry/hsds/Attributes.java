package org.paivand.registry.hsds;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.paivand.disclosure.Coded;
import org.paivand.registry.hsds.Vocabulary.Term;

/** The attributes of one row, in the making. */
final class Attributes {
    private final Tables.Builder tables;
    private final Table entity;
    private final String link;
    private final Map<String, Integer> counts = new HashMap<>();

    Attributes(Tables.Builder tables, Table entity, String link) {
        this.tables = tables;
        this.entity = entity;
        this.link = link;
    }

    Attributes terms(Vocabulary vocabulary, Collection<? extends Coded> values) {
        values.forEach(value -> term(vocabulary, value));
        return this;
    }

    Attributes term(Vocabulary vocabulary, Coded value) {
        return add(vocabulary.term(value), Optional.empty());
    }

    Attributes member(Member member, String value) {
        return add(Vocabulary.MEMBER.term(member), Optional.of(value));
    }

    Attributes possibly(Member member, Optional<String> value) {
        value.ifPresent(given -> member(member, given));
        return this;
    }

    Attributes flag(Member member, boolean set) {
        return set ? add(Vocabulary.MEMBER.term(member), Optional.empty()) : this;
    }

    private Attributes add(Term term, Optional<String> value) {
        String termId = term.id();
        int number = counts.merge(termId, 1, Integer::sum);
        tables.add(
                Table.ATTRIBUTE,
                Row.with("id", Uuids.of(Table.ATTRIBUTE, link, termId, Integer.toString(number)))
                        .and("link_id", link)
                        .and("taxonomy_term_id", termId)
                        .and("link_entity", entity.singular())
                        .and("value", value)
                        .row());
        return this;
    }
}
