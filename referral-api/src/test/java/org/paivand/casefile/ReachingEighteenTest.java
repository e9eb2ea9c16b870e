package org.paivand.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Move;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Children whose birth dates are known more or less exactly, while the node's clock goes past their birthdays. */
@Timeout(120)
class ReachingEighteenTest {
    private static final String PROTECTION = "tj-child-protection-dushanbe";
    private static final Instant FAR = Instant.parse("2040-01-01T00:00:00Z");
    private static final GivenBy GUARDIAN = new GivenBy(
            org.paivand.disclosure.consent.Role.GUARDIAN, Optional.of("parent"), Optional.empty(), ChildAssent.GIVEN);

    @AutoClose
    private static final TestNode node = TestNode.running();

    /** A child, and when by hand's reckoning they are first, and last, an adult. */
    private record Child(String birth, String precision, Instant first, Instant last, Scene scene, ReferralId placed) {}

    private record Step(Instant at, Child child, boolean isFirst) {}

    @Test
    void endsAGuardiansGrantsAtTheFirstPossibleBirthdayAndAChildsSafeguardsAtTheLast() throws Exception {
        List<Child> children = List.of(
                child("2010-07-01", "day", "2028-06-30T10:00:00Z", "2028-07-02T12:00:00Z"),
                child("2012-02-29", "day", "2030-02-27T10:00:00Z", "2030-03-02T12:00:00Z"),
                child("2012-03-01", "day", "2030-02-28T10:00:00Z", "2030-03-02T12:00:00Z"),
                child("2012-02", "month", "2030-01-31T10:00:00Z", "2030-03-02T12:00:00Z"),
                child("2013", "year", "2030-12-31T10:00:00Z", "2032-01-01T12:00:00Z"));
        Child guessed = child("2012", "estimated", "2030-01-01T00:00:00Z", "2031-01-01T00:00:00Z");
        List<Step> steps = children.stream()
                .flatMap(child -> Stream.of(new Step(child.first(), child, true), new Step(child.last(), child, false)))
                .sorted(Comparator.comparing(Step::at))
                .toList();

        for (Step step : steps) {
            if (step.isFirst()) {
                guardianUntil(step.child(), step.at());
            } else {
                safeguardsUntil(step.child(), step.at());
            }
        }
        guessedStaysAChild(guessed);
    }

    private static void guardianUntil(Child child, Instant first) throws Exception {
        node.clock.stopAt(first.minusMillis(1));
        assertEquals("released", pull(child, Category.IDENTITY));

        node.clock.stopAt(first);
        assertEquals("guardian-grants-ended", pull(child, Category.IDENTITY));
        child.scene().recorded(GivenBy.subject(), grant(child.scene(), Category.IDENTITY));
        assertEquals("released", pull(child, Category.IDENTITY));
    }

    private static void safeguardsUntil(Child child, Instant last) {
        node.clock.stopAt(last.minusMillis(1));
        assertEquals("released", pull(child, Category.CONTACT));

        node.clock.stopAt(last);
        assertEquals("best-interests-not-a-child", pull(child, Category.CONTACT));
    }

    private static String pull(Child child, Category category) {
        try {
            child.scene().pull(child.placed(), category);
            return "released";
        } catch (ProblemException refused) {
            return refused.extensions().withheld().get(0).reasonCode();
        } catch (Exception failed) {
            throw new AssertionError(child.toString(), failed);
        }
    }

    private static void guessedStaysAChild(Child child) {
        assertEquals("released", pull(child, Category.IDENTITY));
        assertEquals("released", pull(child, Category.CONTACT));
    }

    private static Child child(String birth, String precision, String first, String last) throws Exception {
        Scene scene = Scene.between(node, Scene.POLICE, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.write(Category.SERVICE_REQUEST, 0, sample -> sample.replace("\"adult\"", "\"child\""));
        scene.write(
                Category.IDENTITY,
                0,
                sample -> sample.replace(
                        "{\"value\":\"2001-04\",\"precision\":\"month\"",
                        "{\"value\":\"" + birth + "\",\"precision\":\"" + precision + "\""));
        scene.write(Category.CONTACT, 0);
        Scene protection = scene.towards(PROTECTION);
        Caller worker = TestNode.caller(PROTECTION, "worker-two", Role.PROVIDER, Role.CHILD_PROTECTION);
        scene.consent(grant(scene, Category.SERVICE_REQUEST), grant(protection, Category.SERVICE_REQUEST));
        ReferralId referred = protection.offer(ServiceType.PROTECTION);
        ReferralId placed = scene.accepted();
        node.referrals().move(worker, referred, Optional.empty(), Move.accept());
        node.protection().find(worker, UUID.randomUUID(), referred.value(), ConflictFinding.NONE);
        node.protection()
                .decide(
                        worker,
                        UUID.randomUUID(),
                        referred.value(),
                        scene.recipient.agency(),
                        scene.purpose,
                        Set.of(Category.CONTACT),
                        FAR);
        scene.recorded(GUARDIAN, grant(scene, Category.IDENTITY));
        return new Child(birth, precision, Instant.parse(first), Instant.parse(last), scene, placed);
    }

    /** For longer than it takes to grow up. */
    private static Grant grant(Scene scene, Category category) {
        return new Grant(
                UUID.randomUUID(),
                Effect.PERMIT,
                scene.purpose,
                Set.of(category),
                new Recipient.ExactAgency(scene.recipient.agency()),
                Set.of(Action.SHARE),
                node.clock.instant().minusSeconds(1),
                FAR,
                false);
    }
}
