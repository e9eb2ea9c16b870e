package org.paivand.registry.hsds;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.registry.hsds.Vocabulary.Term;

/** The attributes of one row on their way in, each taken once; {@link #end} refuses those that nobody took. */
final class Facts {
    /** One attribute, and the row in which it stands. */
    record Fact(int index, Term term, Optional<String> value) {}

    private final Faults faults;
    private final Cells owner;
    private final List<Fact> left;

    Facts(Faults faults, Cells owner, List<Fact> all) {
        this.faults = faults;
        this.owner = owner;
        this.left = new ArrayList<>(all);
    }

    <T> Set<T> terms(Vocabulary vocabulary, Function<String, T> reader) {
        Set<T> found = new LinkedHashSet<>();
        for (Fact fact : take(vocabulary, Optional.empty())) {
            if (fact.value().isPresent()) {
                fault(fact, "value", Fault.Code.NOT_KEPT);
            }
            Optional<T> value = read(fact, "taxonomy_term_id", fact.term().code(), reader);
            if (value.isPresent() && !found.add(value.get())) {
                fault(fact, "taxonomy_term_id", Fault.Code.DUPLICATE);
            }
        }
        return found;
    }

    <T> Optional<T> term(Vocabulary vocabulary, Function<String, T> reader) {
        Set<T> found = terms(vocabulary, reader);
        if (found.isEmpty()) {
            owner.fault(vocabulary.title(), Fault.Code.REQUIRED);
        }
        if (found.size() > 1) {
            owner.fault(vocabulary.title(), Fault.Code.TOO_MANY);
        }
        return found.stream().findFirst();
    }

    <T> List<T> members(Member member, Function<String, T> reader) {
        return take(Vocabulary.MEMBER, Optional.of(member)).stream()
                .flatMap(fact -> {
                    if (fact.value().isEmpty()) {
                        fault(fact, "value", Fault.Code.REQUIRED);
                    }
                    return fact.value().flatMap(text -> read(fact, "value", text, reader)).stream();
                })
                .toList();
    }

    <T> Optional<T> member(Member member, Function<String, T> reader) {
        List<T> found = members(member, reader);
        if (found.size() > 1) {
            owner.fault(member.code(), Fault.Code.TOO_MANY);
        }
        return found.stream().findFirst();
    }

    <T> Optional<T> required(Member member, Function<String, T> reader) {
        if (left.stream().noneMatch(fact -> is(fact, Vocabulary.MEMBER, Optional.of(member)))) {
            owner.fault(member.code(), Fault.Code.REQUIRED);
        }
        return member(member, reader);
    }

    boolean flag(Member member) {
        List<Fact> found = take(Vocabulary.MEMBER, Optional.of(member));
        found.stream()
                .filter(fact -> fact.value().isPresent())
                .forEach(fact -> fault(fact, "value", Fault.Code.NOT_KEPT));
        if (found.size() > 1) {
            owner.fault(member.code(), Fault.Code.TOO_MANY);
        }
        return !found.isEmpty();
    }

    boolean has(Member member) {
        return left.stream().anyMatch(fact -> is(fact, Vocabulary.MEMBER, Optional.of(member)));
    }

    void end() {
        left.forEach(fact -> fault(fact, "taxonomy_term_id", Fault.Code.NOT_KEPT));
        left.clear();
    }

    private List<Fact> take(Vocabulary vocabulary, Optional<Member> member) {
        List<Fact> taken =
                left.stream().filter(fact -> is(fact, vocabulary, member)).collect(Collectors.toList());
        left.removeAll(taken);
        return taken;
    }

    private static boolean is(Fact fact, Vocabulary vocabulary, Optional<Member> member) {
        return fact.term().vocabulary() == vocabulary
                && member.filter(other -> !other.code().equals(fact.term().code()))
                        .isEmpty();
    }

    private <T> Optional<T> read(Fact fact, String column, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeException refused) {
            fault(fact, column, Fault.Code.BAD_PATTERN);
            return Optional.empty();
        }
    }

    private void fault(Fact fact, String column, Fault.Code code) {
        faults.add(Table.ATTRIBUTE, fact.index(), column, code);
    }
}
