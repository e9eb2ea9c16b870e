package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.PolicyDocument;

/** Openings, events and decisions, entry by entry. */
class ExplanationTest extends EvidenceTest {
    @Test
    void everyCoveredEntryIsExplained() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> members = Book.members(book.bundle());
        members.remove("openings/2");

        assertRefused(Fault.UNEXPLAINED, OptionalLong.of(2), verify(book, Book.zip(members)));
    }

    @Test
    void anOpeningExplainsItsOwnEntryOnly() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> members = Book.members(book.bundle());
        members.put("openings/2", members.getOrDefault("openings/5", new byte[0]));

        assertRefused(Fault.OPENING_DIFFERS, OptionalLong.of(2), verify(book, Book.zip(members)));
    }

    @Test
    void aDecisionNeedsItsInputAndItsPolicy() throws Exception {
        Book book = Book.of(6);
        Map<String, byte[]> withoutInput = Book.members(book.bundle());
        withoutInput.remove("inputs/3.json");
        Map<String, byte[]> otherInput = Book.members(book.bundle());
        otherInput.put("inputs/3.json", otherInput.getOrDefault("inputs/0.json", new byte[0]));
        Map<String, byte[]> withoutPolicy = Book.members(book.bundle());
        withoutPolicy.keySet().removeIf(name -> name.startsWith("policies/"));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(3), verify(book, Book.zip(withoutInput)));
        assertRefused(Fault.INPUT_DIFFERS, OptionalLong.of(3), verify(book, Book.zip(otherInput)));
        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, Book.zip(withoutPolicy)));
    }

    @Test
    void aLaxerPolicyDoesNotReplaceTheOneThatWasApplied() throws Exception {
        Book book = Book.of(3);
        byte[] laxer = new String(Scene.POLICY.bytes(), StandardCharsets.UTF_8)
                .replace("\"personal\" : 365", "\"personal\" : 366")
                .getBytes(StandardCharsets.UTF_8);
        PolicyDocument.parse(laxer);
        Map<String, byte[]> members = new java.util.LinkedHashMap<>();
        Book.members(book.bundle())
                .forEach((name, content) -> members.put(
                        name.startsWith("policies/")
                                ? "policies/" + Hash.sha256(laxer).hex() + ".json"
                                : name,
                        name.startsWith("policies/") ? laxer : content));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, Book.zip(members)));
    }

    @Test
    void refusesADisclosureThatSaysOtherThanWasDecided() throws Exception {
        DecisionInput input = Scene.input(0, true);
        Disclosure honest = Scene.disclosure(0, input, input.replay(Scene.POLICY));
        List<Released> more = new ArrayList<>(honest.released());
        more.add(new Released(Category.of("health"), more.get(0).basis(), Set.of()));
        Terms terms = honest.terms();
        Terms longer =
                new Terms(terms.handling(), terms.onward(), terms.retainUntil().plusSeconds(1));
        Terms onward = new Terms(terms.handling(), !terms.onward(), terms.retainUntil());

        assertTold(honest, input, Optional.empty());
        assertTold(with(honest, more, List.of(), terms), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released().subList(0, 1), honest.withheld(), terms),
                input,
                Optional.of(Fault.DECISION_DIFFERS));
        assertTold(with(honest, honest.released(), List.of(), terms), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released(), honest.withheld(), longer), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                with(honest, honest.released(), honest.withheld(), onward), input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(
                at(honest, honest.head().occurredAt().plus(Duration.ofMinutes(6))),
                input,
                Optional.of(Fault.DECISION_DIFFERS));
    }

    @Test
    void refusesADisclosureOnAnInputThatPermitsNothing() throws Exception {
        DecisionInput accepted = Scene.input(0, true);
        DecisionInput notAccepted = Scene.input(0, false);
        DisclosureEvent forged = Scene.disclosure(0, notAccepted, accepted.replay(Scene.POLICY));

        assertTold(forged, notAccepted, Optional.of(Fault.DECISION_DIFFERS));
    }

    @Test
    void judgesAgainWhatWasToldOutsideAsOfWhenItWasTold() throws Exception {
        DecisionInput input = Scene.input(0, true);
        DisclosureEvent honest = Scene.outOfBand(0, input.decidedAt()).event();
        DisclosureEvent otherTime =
                Scene.outOfBand(0, input.decidedAt().minusMillis(1)).event();

        assertTold(honest, input, Optional.empty());
        assertTold(otherTime, input, Optional.of(Fault.DECISION_DIFFERS));
        assertTold(honest, Scene.input(0, false), Optional.of(Fault.INPUT_DIFFERS));
    }

    @Test
    void refusesEventsThatAreNotWhatTheirEntrySays() throws Exception {
        byte[] event = EventJson.write(Scene.auditorAccess(0).event());
        for (EntryType type : EntryType.values()) {
            if (type != EntryType.AUDITOR_ACCESS) {
                Book book = new Book();
                book.write(type, event, Optional.empty());
                assertRefused(Fault.EVENT_INVALID, OptionalLong.of(0), verify(book, book.bundle()));
            }
        }
        for (String hostile : List.of("{}", "null", "[]", "x", "{\"a\":1}", "[".repeat(60_000))) {
            Book book = new Book();
            book.write(EntryType.DENIAL, hostile.getBytes(StandardCharsets.UTF_8), Optional.empty());
            assertRefused(Fault.EVENT_INVALID, OptionalLong.of(0), verify(book, book.bundle()));
        }
    }

    @Test
    void refusesAnInputThatNoDecisionNames() throws Exception {
        Book book = new Book();
        book.write(
                EntryType.AUDITOR_ACCESS, EventJson.write(Scene.auditorAccess(0).event()), Optional.of(new byte[1]));

        assertRefused(Fault.INPUT_MISSING, OptionalLong.of(0), verify(book, book.bundle()));
    }

    private void assertTold(DisclosureEvent event, DecisionInput input, Optional<Fault> expected) throws Exception {
        Book book = new Book();
        book.write(new Scene.Told(event, Optional.of(input)));
        Report report = verify(book, book.bundle());
        assertEquals(
                expected.map(List::of).orElse(List.of()),
                report.findings().stream().map(Finding::fault).toList(),
                report.toString());
    }

    private static DisclosureEvent with(
            Disclosure event,
            List<Released> released,
            List<org.paivand.disclosure.event.Withheld> withheld,
            Terms terms) {
        return new Disclosure(
                event.head(),
                event.to(),
                event.forPurpose(),
                released,
                withheld,
                event.decision(),
                event.payload(),
                terms,
                event.breakGlass(),
                event.authoriser());
    }

    private static DisclosureEvent at(Disclosure event, Instant at) {
        return new Disclosure(
                Scene.head(0, at),
                event.to(),
                event.forPurpose(),
                event.released(),
                event.withheld(),
                event.decision(),
                event.payload(),
                event.terms(),
                event.breakGlass(),
                event.authoriser());
    }
}
