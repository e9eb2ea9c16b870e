package org.paivand.referral;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.service.ServiceType;

/** The whole of the workflow, found by making every move from every state. */
final class Workflow {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    static final Referral.Offered OFFERED = new Referral.Offered(new Request(
            new ReferralId(new UUID(0, 1)),
            new CaseId(new UUID(0, 2)),
            new UUID(0, 3),
            new AgencyId("tj-police-dushanbe"),
            new AgencyId("tj-shelter-north"),
            Purpose.SHELTER_PLACEMENT,
            Urgency.URGENT,
            List.of(ServiceType.SHELTER),
            AT,
            AT.plusSeconds(1),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    static final List<Move> MOVES = List.of(
            Move.accept(),
            Move.decline(DeclineCode.OTHER, List.of()),
            Move.ask(Set.of(Topic.LANGUAGE)),
            Move.answer(Map.of(Topic.LANGUAGE, Reply.AS_STATED)),
            Move.cancel(),
            Move.proceed(Step.SCHEDULED),
            Move.hold(HoldReason.OTHER),
            Move.complete(Outcome.NEEDS_MET, List.of()),
            Move.fail(FailCode.OTHER),
            Move.endByPerson(),
            Move.enterInError());

    /**
     * A move that can be made.
     *
     * @param condition on releases, in words; empty if they don't matter
     */
    record Edge(String from, Party by, Transition transition, String condition, String to) {}

    private Workflow() {}

    /** One referral in each state that can be reached, and the expired one, which time makes. */
    static Stream<Referral> states() {
        List<Referral> found = new ArrayList<>(List.of(OFFERED));
        for (int i = 0; i < found.size(); i++) {
            for (Referral next : next(found.get(i))) {
                if (found.stream().noneMatch(known -> known.state().equals(next.state()))) {
                    found.add(next);
                }
            }
        }
        found.add(new Referral.Expired(OFFERED.request()));
        return found.stream();
    }

    static List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        states().forEach(from -> MOVES.forEach(move -> Stream.of(Party.values()).forEach(by -> {
            List<String> when = Stream.of(false, true)
                    .filter(released -> move.from(from, by, released).isPresent())
                    .map(released -> released ? "after a release" : "before any release")
                    .toList();
            move.from(from, by, false)
                    .or(() -> move.from(from, by, true))
                    .ifPresent(to -> edges.add(new Edge(
                            from.state(), by, move.transition(), when.size() == 2 ? "" : when.get(0), to.state())));
        })));
        return edges;
    }

    private static List<Referral> next(Referral from) {
        return MOVES.stream()
                .flatMap(move -> Stream.of(Party.values())
                        .flatMap(party ->
                                Stream.of(true, false).flatMap(released -> move.from(from, party, released).stream())))
                .toList();
    }

    /** As Mermaid draws it; the endings that every open state has are left to the table. */
    static String picture() {
        Map<String, TreeSet<String>> arrows = edges().stream()
                .filter(edge -> edge.transition() != Transition.ERROR && edge.transition() != Transition.END_BY_PERSON)
                .filter(edge -> !edge.from().equals(edge.to()))
                .collect(groupingBy(
                        edge -> id(edge.from()) + " --> " + id(edge.to()),
                        TreeMap::new,
                        mapping(edge -> edge.transition().code(), toCollection(TreeSet::new))));
        String names = states().filter(state -> state.state().contains("-"))
                .filter(state -> !(state instanceof Referral.EndedByPerson || state instanceof Referral.EnteredInError))
                .map(state -> "    state \"" + state.state() + "\" as " + id(state.state()) + "\n")
                .collect(joining());
        return "stateDiagram-v2\n" + names + "    [*] --> offered\n"
                + arrows.entrySet().stream()
                        .map(arrow -> "    " + arrow.getKey() + " : " + String.join(", ", arrow.getValue()) + "\n")
                        .collect(joining())
                + "    offered --> expired : respondBy\n    clarifying --> expired : respondBy\n";
    }

    static String table() {
        return edges().stream()
                .map(edge -> "| `%s` | %s | `%s`%s | `%s` |%n"
                        .formatted(
                                edge.from(),
                                edge.by() == Party.SENDER ? "sender" : "recipient",
                                edge.transition().code(),
                                edge.condition().isEmpty() ? "" : " " + edge.condition(),
                                edge.to()))
                .collect(joining());
    }

    private static String id(String state) {
        return state.replace('-', '_');
    }
}
