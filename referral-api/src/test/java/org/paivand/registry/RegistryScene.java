package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.record.RegistryKind;
import org.paivand.wiring.TestNode;

/** Registrars at a node's book. */
final class RegistryScene {
    static final Caller ANORA = TestNode.caller("tj-commission", "u-anora", Role.REGISTRAR);
    static final Caller BAHROM = TestNode.caller("tj-commission", "u-bahrom", Role.REGISTRAR);
    static final Caller SHELTER = TestNode.caller("tj-shelter-north", "worker-one", Role.PROVIDER);
    static final ItemName NORTH = new ItemName(RegistryKind.AGENCY, "tj-shelter-north");
    static final ItemName PLACEMENT = new ItemName(RegistryKind.SERVICE, "north-placement");

    private final TestNode node;

    RegistryScene(TestNode node) {
        this.node = node;
    }

    String document(ItemName name) {
        return node.registry().read(name, Optional.empty()).document();
    }

    String documentAt(ItemName name, Instant instant) {
        return node.registry().read(name, Optional.of(instant)).document();
    }

    int version(ItemName name) {
        return node.registry().read(name, Optional.empty()).version();
    }

    /** Replaces the item by itself with one text in the place of another. */
    RegistryDesk.Result edit(Caller caller, ItemName name, String from, String to) throws Exception {
        return edit(caller, name, version(name), from, to);
    }

    RegistryDesk.Result edit(Caller caller, ItemName name, int expected, String from, String to) throws Exception {
        String document = document(name);
        assertEquals(true, document.contains(from), document);
        return put(caller, name, expected, document.replace(from, to));
    }

    RegistryDesk.Result put(Caller caller, ItemName name, int expected, String document) throws Exception {
        return node.registry()
                .change(caller, UUID.randomUUID(), name, expected, document.getBytes(StandardCharsets.UTF_8));
    }

    RegistryDesk.Result suspend(String agency) throws Exception {
        return edit(
                ANORA,
                new ItemName(RegistryKind.AGENCY, agency),
                "\"standing\":\"active\"",
                "\"standing\":\"suspended\"");
    }

    static int made(RegistryDesk.Result result) {
        return result.fold(RegistryDesk.Made::version, waiting -> {
            throw new AssertionError("it waits");
        });
    }

    static Approval waiting(RegistryDesk.Result result) {
        return result.fold(
                made -> {
                    throw new AssertionError("it was made");
                },
                RegistryDesk.Waiting::approval);
    }

    Approval.Decided decide(Caller caller, Approval approval, Verdict verdict) throws Exception {
        return node.approvals()
                .decide(caller, UUID.randomUUID(), approval.proposal().id(), verdict);
    }

    /** The steps that the log tells about one item, in their order. */
    List<RegistryChange> logged(String subject) throws Exception {
        return entries(subject).stream().map(RegistryChanged::change).toList();
    }

    List<RegistryChanged> entries(String subject) throws Exception {
        node.sequenced();
        return node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(RegistryChanged.class::isInstance)
                .map(RegistryChanged.class::cast)
                .filter(event -> event.subject().equals(subject))
                .toList();
    }

    static void refused(ProblemCode code, Executable attempt) {
        assertEquals(code, assertThrows(ProblemException.class, attempt).code());
    }

    /** The faults that an invalid request is told, as "pointer code". */
    static List<String> faults(Executable attempt) {
        ProblemException problem = assertThrows(ProblemException.class, attempt);
        assertEquals(ProblemCode.INVALID_REQUEST, problem.code());
        return problem.extensions().errors().stream()
                .map((RequestError error) -> error.pointer() + " " + error.code())
                .toList();
    }
}
