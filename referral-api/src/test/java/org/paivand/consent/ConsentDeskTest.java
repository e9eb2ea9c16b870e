package org.paivand.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralId;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class ConsentDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;
    private Grant stageOne;
    private Grant identity;
    private UUID consent;

    @BeforeEach
    void consent() throws Exception {
        scene = Scene.policeAndShelter(node);
        stageOne = scene.grant(Category.SERVICE_REQUEST);
        identity = scene.grant(Category.IDENTITY);
        consent = scene.consent(stageOne, identity);
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    @Test
    void tellsWhatStoodAtAnyInstant() throws Exception {
        Instant given = node.clock.instant();
        node.clock.move(Duration.ofHours(1));
        scene.withdraw(consent, Optional.of(Set.of(identity.id())));
        Instant withdrawn = node.clock.instant();
        node.clock.move(Duration.ofHours(1));

        ConsentHistory history = node.consents().read(scene.controller, scene.caseId);

        assertEquals(Set.of(), live(history, given.minusSeconds(30)));
        assertEquals(Set.of(stageOne.id(), identity.id()), live(history, given));
        assertEquals(Set.of(stageOne.id()), live(history, withdrawn));
        assertEquals(Set.of(), live(history, stageOne.notAfter()));
    }

    private static Set<UUID> live(ConsentHistory history, Instant at) {
        return Set.copyOf(history.stateAt(at).livePermits().stream()
                .map(StandingGrant::grant)
                .map(Grant::id)
                .toList());
    }

    @Test
    void endsOnlyTheGrantsThatAWithdrawalNames() throws Exception {
        ReferralId referral = scene.accepted();
        scene.pull(referral, Category.IDENTITY);

        scene.withdraw(consent, Optional.of(Set.of(identity.id())));

        scene.pull(referral, Category.SERVICE_REQUEST);
        ProblemException refused = assertThrows(ProblemException.class, () -> scene.pull(referral, Category.IDENTITY));
        assertEquals(
                List.of(new ProblemException.WithheldCategory("identity", "consent-withdrawn")),
                refused.extensions().withheld());
        ConsentChanged logged = node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(event -> event instanceof ConsentChanged)
                .map(ConsentChanged.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
        assertEquals(Set.of(identity.id()), logged.grantIds());
    }

    @Test
    void withdrawsNothingThatItDoesNotKnowAndWritesNoEntry() throws Exception {
        Scene other = Scene.policeAndShelter(node);
        Grant foreign = other.grant(Category.IDENTITY);
        UUID elsewhere = other.consent(foreign);
        String before = TestNode.everythingWritten();

        notFound(() -> scene.withdraw(UUID.randomUUID()));
        notFound(() -> scene.withdraw(elsewhere));
        notFound(() -> scene.withdraw(consent, Optional.of(Set.of(UUID.randomUUID()))));
        notFound(() -> scene.withdraw(consent, Optional.of(Set.of(identity.id(), foreign.id()))));

        assertEquals(before, TestNode.everythingWritten());
        scene.pull(scene.accepted(), Category.IDENTITY);
    }

    @Test
    void withdrawsNoGrantOfAnotherConsentUnderThisOnesName() throws Exception {
        Grant contact = scene.grant(Category.CONTACT);
        scene.consent(contact);
        String before = TestNode.everythingWritten();

        notFound(() -> scene.withdraw(consent, Optional.of(Set.of(contact.id()))));

        assertEquals(before, TestNode.everythingWritten());
    }

    @Test
    void showsAndChangesConsentsForTheControllerOnly() {
        for (Caller stranger :
                Arrays.asList(scene.recipient, TestNode.caller("tj-police-khatlon", "officer-two", Role.REFERRER))) {
            notFound(() -> node.consents().read(stranger, scene.caseId));
            notFound(() -> node.consents()
                    .withdraw(stranger, UUID.randomUUID(), TestNode.key(), scene.caseId, consent, Optional.empty()));
        }
    }

    @Test
    void recordsAWithdrawalOnceForOneKey() throws Exception {
        var key = TestNode.key();
        var first = node.consents()
                .withdraw(scene.controller, UUID.randomUUID(), key, scene.caseId, consent, Optional.empty());
        String before = TestNode.everythingWritten();

        var second = node.consents()
                .withdraw(scene.controller, UUID.randomUUID(), key, scene.caseId, consent, Optional.empty());

        assertEquals(first, second);
        assertEquals(before, TestNode.everythingWritten());
    }

    private static void notFound(Executable asked) {
        assertEquals(
                ProblemCode.NOT_FOUND,
                assertThrows(ProblemException.class, asked).code());
    }
}
