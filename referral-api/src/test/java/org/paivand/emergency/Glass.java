package org.paivand.emergency;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A police officer's case that a clinic must know of at once, and the people who may make it so. */
public final class Glass {
    static final String CLINIC = "tj-clinic-dushanbe";
    static final Words WORDS = new Words("Found unconscious, the clinic asks what it must know.");
    static final Duration HOUR = Duration.ofHours(1);

    public final TestNode node;
    public final Scene scene;
    public final Caller officer = TestNode.caller(Scene.POLICE, "night-officer", Role.EMERGENCY_OFFICER);
    public final Caller secondOfficer = TestNode.caller(Scene.POLICE, "night-officer-two", Role.EMERGENCY_OFFICER);
    public final Caller doctor = TestNode.caller(CLINIC, "duty-doctor", Role.PROVIDER);
    public final Caller reviewer = TestNode.caller("tj-data-protection", "reviewer", Role.REVIEWER);
    public final Caller auditor = TestNode.caller("tj-ombudsman", "auditor", Role.AUDITOR);

    private Glass(TestNode node, Scene scene) {
        this.node = node;
        this.scene = scene;
    }

    /** Nothing waits for a review from an earlier test, and nobody has consented to anything. */
    public static Glass whole(TestNode node) throws Exception {
        TestNode.sql("UPDATE paivand.emergency SET reviewed_at = asked_at, reviewed_by = 'test', finding = 'justified'"
                + " WHERE reviewed_at IS NULL");
        Scene scene = Scene.between(node, Scene.POLICE, CLINIC, Purpose.MEDICAL_CARE);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(Category.CONTACT, 0);
        scene.write(Category.IDENTITY, 0);
        return new Glass(node, scene);
    }

    Emergency.Wanted wanted(Purpose purpose, Duration life) {
        return wanted(CLINIC, purpose, life);
    }

    Emergency.Wanted wanted(String recipient, Purpose purpose, Duration life) {
        return new Emergency.Wanted(
                AgencyId.of(recipient), WorkerId.of("duty-doctor"), purpose, BreakGlassReason.MEDICAL_EMERGENCY, life);
    }

    public EmergencyDesk.Broken breakIt() throws Exception {
        return breakIt(officer, wanted(Purpose.MEDICAL_CARE, HOUR));
    }

    EmergencyDesk.Broken breakIt(Caller caller, Emergency.Wanted wanted) throws Exception {
        return breakIt(caller, TestNode.key(), scene.caseId.value(), wanted);
    }

    EmergencyDesk.Broken breakIt(Caller caller, IdempotencyKey key, UUID reference, Emergency.Wanted wanted)
            throws Exception {
        return node.emergencies().breakGlass(caller, UUID.randomUUID(), key, reference, wanted, WORDS);
    }

    UUID ask() throws Exception {
        return node.emergencies()
                .ask(
                        officer,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId.value(),
                        wanted(Purpose.MEDICAL_CARE, HOUR),
                        WORDS)
                .id();
    }

    Emergency confirm(Caller caller, UUID id) throws Exception {
        return node.emergencies().confirm(caller, UUID.randomUUID(), id);
    }

    LoggedDisclosure pull(Caller caller, UUID id) throws Exception {
        return node.emergencies().pull(caller, UUID.randomUUID(), TestNode.key(), id);
    }

    public ReviewDesk.Row judge(Caller caller, UUID id, ReviewFinding finding) throws Exception {
        return node.reviews().judge(caller, UUID.randomUUID(), id, finding);
    }

    List<Alert> alerts(Caller caller) throws Exception {
        return node.alerts().list(caller, UUID.randomUUID(), Optional.empty(), 100);
    }

    /** What the controller hears about this case. */
    List<Alert> controllerAlerts() throws Exception {
        return alerts(scene.controller).stream()
                .filter(alert -> alert.caseId().equals(Optional.of(scene.caseId)))
                .toList();
    }

    List<DisclosureEvent> events() throws Exception {
        return node.sequenced(scene.alias).stream().map(TestNode.Logged::event).toList();
    }

    List<Disclosure> disclosures() throws Exception {
        return events().stream()
                .filter(Disclosure.class::isInstance)
                .map(Disclosure.class::cast)
                .toList();
    }
}
