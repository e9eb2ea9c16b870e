package org.paivand.outofband;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class OutOfBandDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private static final Set<Category> BOTH = Set.of(Category.SERVICE_REQUEST, Category.IDENTITY);
    private static final AgencyId SHELTER = new AgencyId(Scene.SHELTER);
    private static final AgencyId POLICE = new AgencyId(Scene.POLICE);

    private Scene scene;
    private UUID consent;

    @BeforeEach
    void consented() throws Exception {
        scene = Scene.policeAndShelter(node);
        consent = scene.consent(scene.grant(Category.SERVICE_REQUEST));
    }

    @AfterEach
    void mend() {
        node.clock.reset();
    }

    private static Instant now() {
        return node.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Telling toShelter(Instant at, Set<Category> categories) {
        return new Telling(
                OutOfBandChannel.TELEPHONE,
                at,
                POLICE,
                Optional.of(SHELTER),
                Optional.empty(),
                Purpose.SHELTER_PLACEMENT,
                categories,
                Optional.of(consent),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Telling toFamily(Optional<UUID> corrects) {
        return new Telling(
                OutOfBandChannel.MESSENGER,
                now(),
                POLICE,
                Optional.empty(),
                Optional.of(Outsider.FAMILY),
                Purpose.FAMILY_TRACING,
                Set.of(Category.IDENTITY),
                Optional.empty(),
                Optional.of(NoConsentReason.BY_MISTAKE),
                corrects,
                Optional.empty());
    }

    private Recorded record(Telling telling) throws Exception {
        return record(TestNode.key(), telling);
    }

    private Recorded record(IdempotencyKey key, Telling telling) throws Exception {
        return node.outOfBand().record(scene.controller, UUID.randomUUID(), key, scene.caseId, telling);
    }

    private ProblemCode refused(Telling telling) {
        return assertThrows(ProblemException.class, () -> record(telling)).code();
    }

    private List<Recorded> list() {
        return node.outOfBand().list(scene.controller, scene.caseId, Optional.empty(), 100);
    }

    private long found(Recorded recorded, String condition) throws Exception {
        return TestNode.number("SELECT COUNT(*) FROM paivand_log.event WHERE event_id = '"
                + recorded.event().head().eventId() + "' AND " + condition);
    }

    @Test
    void isAnEntryOfItsOwnTypeThatSaysWhatWouldHaveBeenPermitted() throws Exception {
        Recorded recorded = record(toShelter(now(), BOTH));

        DisclosedOutOfBand entry = node.sequenced(scene.alias).stream()
                .map(TestNode.Logged::event)
                .filter(DisclosedOutOfBand.class::isInstance)
                .map(DisclosedOutOfBand.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(recorded.event(), entry);
        Hindsight seen = entry.hindsight().orElseThrow();
        assertEquals(Set.of(Category.SERVICE_REQUEST), seen.permitted().keySet());
        assertEquals(Set.of(ReasonCode.NO_GRANT), Set.copyOf(seen.withheld().values()));
        assertFalse(entry.founded());
    }

    @Test
    void isRecordedThoughNothingCoversItAndFoundByThat() throws Exception {
        Recorded covered = record(toShelter(now(), Set.of(Category.SERVICE_REQUEST)));
        Recorded half = record(toShelter(now(), BOTH));
        Recorded stranger = record(toFamily(Optional.empty()));

        assertEquals(1, found(covered, "outcome = 'released' AND type = 'out-of-band'"));
        assertEquals(1, found(half, "outcome = 'released,without-basis' AND released = 'identity,service-request'"));
        assertEquals(1, found(stranger, "outcome = 'released,without-basis' AND recipient IS NULL"));
    }

    @Test
    void isJudgedByTheConsentsOfThenAndNotOfToday() throws Exception {
        Instant before = now();
        node.clock.move(Duration.ofMinutes(10));
        scene.withdraw(consent);

        assertTrue(record(toShelter(before, Set.of(Category.SERVICE_REQUEST)))
                .event()
                .founded());
        assertFalse(record(toShelter(now(), Set.of(Category.SERVICE_REQUEST)))
                .event()
                .founded());
        assertFalse(record(toShelter(before.minus(Duration.ofDays(1)), Set.of(Category.SERVICE_REQUEST)))
                .event()
                .founded());
    }

    @Test
    void makesTheRecipientAHolderOfNothingAndOpensNothing() throws Exception {
        var unusedTold = record(toShelter(now(), BOTH));

        assertEquals(0, TestNode.number("SELECT COUNT(*) FROM paivand.holding WHERE case_id = '" + scene.caseId + "'"));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> scene.pull(scene.accepted(), Category.IDENTITY));
        assertEquals(ProblemCode.RELEASE_REFUSED, refused.code());
    }

    @Test
    void isRecordedOnceForOneKey() throws Exception {
        IdempotencyKey key = TestNode.key();
        Telling telling = toShelter(now(), BOTH);

        assertEquals(record(key, telling), record(key, telling));
        assertEquals(1, list().size());
    }

    @Test
    void isNotRecordedBeforeItHappensNorLongAfterwards() {
        assertEquals(ProblemCode.INVALID_REQUEST, refused(toShelter(now().plusSeconds(60), BOTH)));
        assertEquals(ProblemCode.INVALID_REQUEST, refused(toShelter(now().minus(Duration.ofDays(366)), BOTH)));
        assertTrue(list().isEmpty());
    }

    @Test
    void isForNobodyWhoDoesNotControlTheCase() {
        for (Caller other :
                List.of(scene.recipient, TestNode.caller("tj-hotline-national", "operator", Role.REFERRER))) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> node.outOfBand()
                            .record(
                                    other,
                                    UUID.randomUUID(),
                                    TestNode.key(),
                                    scene.caseId,
                                    toFamily(Optional.empty())));
            assertEquals(ProblemCode.NOT_FOUND, refused.code());
            assertThrows(
                    ProblemException.class, () -> node.outOfBand().list(other, scene.caseId, Optional.empty(), 10));
        }
    }

    @Test
    void namesNoConsentOfAnotherCase() throws Exception {
        Scene other = Scene.policeAndShelter(node);
        UUID foreign = other.consent(other.grant(Category.SERVICE_REQUEST));
        Telling telling = toShelter(now(), BOTH);

        assertEquals(
                ProblemCode.INVALID_REQUEST,
                refused(new Telling(
                        telling.channel(),
                        telling.toldAt(),
                        telling.toldBy(),
                        telling.recipient(),
                        telling.outsider(),
                        telling.purpose(),
                        telling.categories(),
                        Optional.of(foreign),
                        telling.noConsent(),
                        telling.corrects(),
                        Optional.empty())));
    }

    @Test
    void isCorrectedByAnotherRecordOnceAndStaysInTheLog() throws Exception {
        UUID wrong = record(toShelter(now(), BOTH)).event().head().eventId();
        UUID right = record(toFamily(Optional.of(wrong))).event().head().eventId();

        assertEquals(ProblemCode.CONFLICT, refused(toFamily(Optional.of(wrong))));
        assertEquals(ProblemCode.INVALID_REQUEST, refused(toFamily(Optional.of(UUID.randomUUID()))));
        assertEquals(
                Set.of(Optional.of(right), Optional.empty()),
                Set.copyOf(list().stream().map(Recorded::correctedBy).toList()));
        assertEquals(
                2,
                node.sequenced(scene.alias).stream()
                        .filter(entry -> entry.event() instanceof DisclosedOutOfBand)
                        .count());
    }

    @Test
    void correctsNoRecordOfAnotherCase() throws Exception {
        UUID here = record(toFamily(Optional.empty())).event().head().eventId();
        scene = Scene.policeAndShelter(node);

        assertEquals(ProblemCode.INVALID_REQUEST, refused(toFamily(Optional.of(here))));
    }

    @Test
    void namesWhoToldItAndWhoWroteItDown() throws Exception {
        Telling telling = toFamily(Optional.empty());
        Recorded recorded = record(new Telling(
                telling.channel(),
                telling.toldAt(),
                SHELTER,
                telling.recipient(),
                telling.outsider(),
                telling.purpose(),
                telling.categories(),
                telling.consentId(),
                telling.noConsent(),
                telling.corrects(),
                Optional.empty()));

        assertEquals(SHELTER, recorded.event().head().discloser().agency());
        assertEquals(POLICE, recorded.event().recordedBy());
    }

    @Test
    void isNothingWithoutOneRecipientAndWithoutAConsentOrAReason() {
        Telling good = toFamily(Optional.empty());

        assertThrows(ProblemException.class, () -> told(good, Optional.empty(), Optional.empty(), good.noConsent()));
        assertThrows(ProblemException.class, () -> told(good, Optional.of(SHELTER), good.outsider(), good.noConsent()));
        assertThrows(ProblemException.class, () -> told(good, Optional.of(POLICE), Optional.empty(), good.noConsent()));
        assertThrows(ProblemException.class, () -> told(good, Optional.empty(), good.outsider(), Optional.empty()));
    }

    private static Telling told(
            Telling of,
            Optional<AgencyId> recipient,
            Optional<Outsider> outsider,
            Optional<NoConsentReason> noConsent) {
        return new Telling(
                of.channel(),
                of.toldAt(),
                of.toldBy(),
                recipient,
                outsider,
                of.purpose(),
                of.categories(),
                Optional.empty(),
                noConsent,
                Optional.empty(),
                Optional.empty());
    }
}
