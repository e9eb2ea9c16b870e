package org.paivand.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.json.PolicyDifference;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.release.Deliberated;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(120)
class PolicyDeskTest {
    private static final Caller ZARINA = TestNode.caller("tj-commission", "u-zarina", Role.COMMISSION);
    private static final Caller FARHOD = TestNode.caller("tj-commission", "u-farhod", Role.COMMISSION);
    private static final PolicyDocument NEXT = Policies.longerReflection("tj-3");

    private TestNode node;

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    private Instant in(Duration time) {
        return node.clock.instant().plus(time).truncatedTo(ChronoUnit.MILLIS);
    }

    private PolicyDesk.Compared propose(PolicyDocument document, Instant from) throws Exception {
        return node.policies().propose(ZARINA, UUID.randomUUID(), TestNode.key(), document, from);
    }

    private PolicyDesk.Compared decide(Caller who, PolicyDesk.Compared proposed, Verdict verdict) throws Exception {
        return node.policies()
                .decide(who, UUID.randomUUID(), proposed.approval().proposal().id(), verdict);
    }

    private Sha256 deciding(Instant at) {
        return node.policies().timeline().at(at).document().sha256();
    }

    private static ProblemCode refused(Executable action) {
        return assertThrows(ProblemException.class, action).code();
    }

    @Test
    void decidesFromItsInstantOnOnceASecondPersonConfirmed() throws Exception {
        Instant from = in(Duration.ofHours(1));

        PolicyDesk.Compared proposed = propose(NEXT, from);

        assertEquals(
                List.of(
                        new PolicyDifference("/version", Optional.of("tj-2"), Optional.of("tj-3")),
                        new PolicyDifference("/reflection/days", Optional.of("30"), Optional.of("45"))),
                proposed.differences());
        assertEquals(PolicyDocument.tajikistan().sha256(), deciding(from));

        decide(FARHOD, proposed, Verdict.CONFIRM);

        assertEquals(PolicyDocument.tajikistan().sha256(), deciding(from.minusNanos(1)));
        assertEquals(NEXT.sha256(), deciding(from));
    }

    @Test
    void releasesUnderThePolicyOfTheirInstantAndSaysSoOfThePast() throws Exception {
        PolicyDocument open = Policies.changed(
                "tj-3",
                "\"shelter-placement\" : [ \"victim-support-unit\", \"shelter\",",
                "\"shelter-placement\" : [ \"victim-support-unit\",");
        Scene scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY));
        ReferralId referral = scene.accepted();
        Instant before = node.clock.instant();
        decide(FARHOD, propose(open, in(Duration.ofMinutes(10))), Verdict.CONFIRM);

        var masked = scene.pull(referral, Category.IDENTITY);
        node.clock.move(Duration.ofMinutes(11));
        var whole = scene.pull(referral, Category.IDENTITY);

        assertEquals(1, masked.masked().size());
        assertEquals(0, whole.masked().size());
        List<Sha256> decided = node.sequenced(scene.alias).stream()
                .filter(entry -> entry.event() instanceof Disclosure)
                .map(entry -> ((Disclosure) entry.event()).decision().policySha256())
                .toList();
        assertEquals(List.of(PolicyDocument.tajikistan().sha256(), open.sha256()), decided);
        assertEquals(PolicyDocument.tajikistan().sha256(), previewed(scene, Optional.of(before)));
        assertEquals(open.sha256(), previewed(scene, Optional.empty()));
    }

    private Sha256 previewed(Scene scene, Optional<Instant> at) throws Exception {
        Deliberated foreseen = node.previews()
                .preview(
                        scene.controller,
                        scene.caseId,
                        scene.recipient.agency(),
                        Purpose.SHELTER_PLACEMENT,
                        Optional.empty(),
                        at);
        return foreseen.input().policySha256();
    }

    @Test
    void isAnEntryThatNamesBoth() throws Exception {
        Instant from = in(Duration.ofHours(1));
        decide(FARHOD, propose(NEXT, from), Verdict.CONFIRM);

        List<PolicyChanged> changes = node.entries().stream()
                .filter(entry -> entry.event() instanceof PolicyChanged)
                .map(entry -> (PolicyChanged) entry.event())
                .filter(change -> change.policySha256().equals(NEXT.sha256()))
                .toList();
        List<RegistryChange> steps = node.entries().stream()
                .filter(entry -> entry.event() instanceof RegistryChanged)
                .map(entry -> (RegistryChanged) entry.event())
                .filter(change -> change.subject().equals("tj-3"))
                .map(RegistryChanged::change)
                .sorted()
                .toList();

        assertEquals(1, changes.size());
        assertEquals("tj-3", changes.get(0).policyVersion());
        assertEquals(Optional.of(from), changes.get(0).validFrom());
        assertEquals(Optional.of("u-zarina"), changes.get(0).authoriser());
        assertEquals("u-farhod", changes.get(0).head().discloser().user());
        assertEquals(List.of(RegistryChange.PROPOSED, RegistryChange.CONFIRMED), steps);
    }

    @Test
    void neverHoldsByOnePersonAlone() throws Exception {
        PolicyDesk.Compared proposed = propose(NEXT, in(Duration.ofHours(1)));
        Caller program = TestNode.caller("tj-commission", "u-program", Role.COMMISSION, Role.MACHINE);
        Caller registrar = TestNode.caller("tj-commission", "u-registrar", Role.REGISTRAR);

        assertEquals(ProblemCode.OWN_CHANGE, refused(() -> decide(ZARINA, proposed, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(program, proposed, Verdict.CONFIRM)));
        assertEquals(ProblemCode.FORBIDDEN, refused(() -> decide(registrar, proposed, Verdict.CONFIRM)));
        decide(FARHOD, proposed, Verdict.REJECT);
        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(FARHOD, proposed, Verdict.CONFIRM)));
        assertEquals(1, node.policies().timeline().policies().size());
    }

    @Test
    void refusesWhatBeginsTooSoonChangesNothingOrTakesAKnownVersion() {
        assertEquals(ProblemCode.INVALID_REQUEST, refused(() -> propose(NEXT, in(Duration.ofSeconds(59)))));
        assertEquals(ProblemCode.INVALID_REQUEST, refused(() -> propose(NEXT, in(Duration.ofDays(-1)))));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> propose(NEXT, in(Duration.ofHours(1)).plusNanos(1))));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> propose(PolicyDocument.tajikistan(), in(Duration.ofHours(1)))));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> propose(Policies.longerReflection("tj-2"), in(Duration.ofHours(1)))));
        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(() -> propose(
                        Policies.changed("kz-1", "\"jurisdiction\" : \"TJ\"", "\"jurisdiction\" : \"KZ\""),
                        in(Duration.ofHours(1)))));
    }

    @Test
    void isNotConfirmedOnceItsTimeHasComeNear() throws Exception {
        PolicyDesk.Compared proposed = propose(NEXT, in(Duration.ofMinutes(5)));
        node.clock.move(Duration.ofMinutes(4).plusSeconds(1));

        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(FARHOD, proposed, Verdict.CONFIRM)));
        assertEquals(1, node.policies().timeline().policies().size());
    }

    @Test
    void isNotConfirmedOnceAnotherOvertookWhatItWasComparedWith() throws Exception {
        PolicyDesk.Compared first = propose(NEXT, in(Duration.ofHours(1)));
        PolicyDesk.Compared second = propose(
                Policies.changed("tj-4", "\"reviewHours\" : 72", "\"reviewHours\" : 48"), in(Duration.ofHours(2)));
        decide(FARHOD, first, Verdict.CONFIRM);

        assertEquals(ProblemCode.CONFLICT, refused(() -> decide(FARHOD, second, Verdict.CONFIRM)));
        assertFalse(deciding(Instant.MAX).equals(second.proposal().document().sha256()));
    }

    @Test
    void maySucceedByAPolicyThatDecidedBefore() throws Exception {
        decide(FARHOD, propose(NEXT, in(Duration.ofHours(1))), Verdict.CONFIRM);

        decide(FARHOD, propose(PolicyDocument.tajikistan(), in(Duration.ofHours(2))), Verdict.CONFIRM);

        assertEquals(PolicyDocument.tajikistan().sha256(), deciding(Instant.MAX));
        assertEquals(3, node.policies().timeline().policies().size());
        assertTrue(node.policies().document(NEXT.sha256()).policy().version().equals("tj-3"));
    }
}
