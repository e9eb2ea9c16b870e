package org.paivand.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.outofband.Telling;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Offer;
import org.paivand.registry.service.ServiceType;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(60)
class FormDeskTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private final Caller other = TestNode.caller("tj-hotline-national", "operator", Role.REFERRER);

    private Scene scene;

    @BeforeEach
    void consented() throws Exception {
        scene = Scene.policeAndShelter(node);
        scene.consent(scene.grant(Category.SERVICE_REQUEST));
    }

    private FormBlock issue(Caller by, FormType type, int count) {
        return node.forms().issue(by, TestNode.key(), type, count);
    }

    private FormNumber number(FormType type) {
        return issue(scene.controller, type, 1).numbers().get(0);
    }

    private void enter(FormType type, FormNumber number) throws Exception {
        enter(TestNode.key(), type, number);
    }

    /** As it is done for each type: by what is recorded from it. */
    private void enter(IdempotencyKey key, FormType type, FormNumber number) throws Exception {
        switch (type) {
            case REFERRAL_REQUEST -> {
                var unusedOffer = node.offers()
                        .offer(
                                scene.controller,
                                UUID.randomUUID(),
                                key,
                                new Offer.Wanted(
                                        scene.caseId,
                                        scene.recipient.agency(),
                                        scene.purpose,
                                        Urgency.URGENT,
                                        List.of(ServiceType.SHELTER),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.of(number),
                                        Optional.empty()));
            }
            case CONSENT -> {
                var unusedConsent = scene.recorded(key, Optional.of(number), scene.grant(Category.IDENTITY));
            }
            case ANSWER -> throw new IllegalArgumentException("a host enters it: ProxyAnswersTest");
            case OUT_OF_BAND -> {
                var unusedTold =
                        node.outOfBand().record(scene.controller, UUID.randomUUID(), key, scene.caseId, told(number));
            }
        }
    }

    private Telling told(FormNumber number) {
        return new Telling(
                OutOfBandChannel.PAPER,
                node.clock.instant().truncatedTo(ChronoUnit.MILLIS),
                scene.controller.agency(),
                Optional.empty(),
                Optional.of(Outsider.LAWYER),
                Purpose.LEGAL_AID,
                Set.of(Category.LEGAL),
                Optional.empty(),
                Optional.of(NoConsentReason.NOT_ASKED),
                Optional.empty(),
                Optional.of(number));
    }

    private ProblemCode refused(FormType type, FormNumber number) {
        return assertThrows(ProblemException.class, () -> enter(type, number)).code();
    }

    @ParameterizedTest
    @EnumSource(value = FormType.class, mode = Mode.EXCLUDE, names = "ANSWER")
    void isTypedInOnce(FormType type) throws Exception {
        FormNumber number = number(type);

        enter(type, number);

        assertEquals(ProblemCode.FORM_ALREADY_ENTERED, refused(type, number));
    }

    @ParameterizedTest
    @EnumSource(value = FormType.class, mode = Mode.EXCLUDE, names = "ANSWER")
    void isNoSecondFormWhenTheSameRequestIsRepeated(FormType type) throws Exception {
        FormNumber number = number(type);
        IdempotencyKey key = TestNode.key();

        enter(key, type, number);
        enter(key, type, number);
    }

    @ParameterizedTest
    @EnumSource(value = FormType.class, mode = Mode.EXCLUDE, names = "ANSWER")
    void isOfTheAgencyThatTookItAndOfItsTypeAlone(FormType type) {
        FormNumber foreign = issue(other, type, 1).numbers().get(0);
        FormType another = type == FormType.CONSENT ? FormType.OUT_OF_BAND : FormType.CONSENT;

        assertEquals(ProblemCode.INVALID_REQUEST, refused(type, foreign));
        assertEquals(ProblemCode.INVALID_REQUEST, refused(type, number(another)));
        assertEquals(ProblemCode.INVALID_REQUEST, refused(type, FormNumber.typed("000005724")));
    }

    @Test
    void staysUnusedWhereWhatWasTypedInIsRefused() throws Exception {
        FormNumber number = number(FormType.OUT_OF_BAND);
        Telling wrong = told(number);
        Telling corrects = new Telling(
                wrong.channel(),
                wrong.toldAt(),
                wrong.toldBy(),
                wrong.recipient(),
                wrong.outsider(),
                wrong.purpose(),
                wrong.categories(),
                wrong.consentId(),
                wrong.noConsent(),
                Optional.of(UUID.randomUUID()),
                wrong.form());

        assertThrows(
                ProblemException.class,
                () -> node.outOfBand()
                        .record(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId, corrects));
        enter(FormType.OUT_OF_BAND, number);
    }

    @Test
    void comesInBlocksOfWhichTheSameKeyMakesOne() {
        IdempotencyKey key = TestNode.key();
        FormBlock first = node.forms().issue(scene.controller, key, FormType.CONSENT, 100);
        FormBlock again = node.forms().issue(scene.controller, key, FormType.CONSENT, 100);

        assertEquals(first.id(), again.id());
        assertEquals(Set.copyOf(first.numbers()), Set.copyOf(again.numbers()));
        assertEquals(100, new HashSet<>(first.numbers()).size());
    }

    @Test
    void tellsByItsNumberNeitherOrderNorHowMany() {
        List<FormNumber> numbers =
                issue(scene.controller, FormType.CONSENT, 100).numbers();

        long neighbours = 0;
        for (int i = 1; i < numbers.size(); i++) {
            int before = Integer.parseInt(numbers.get(i - 1).digits().substring(0, 8));
            int after = Integer.parseInt(numbers.get(i).digits().substring(0, 8));
            neighbours += Math.abs(after - before) <= 1 ? 1 : 0;
        }
        assertTrue(neighbours < 3);
    }

    @Test
    void isPrintedByNobodyElseAndForNothingElse() {
        FormBlock block = issue(scene.controller, FormType.CONSENT, 2);

        assertEquals(
                block.id(),
                node.forms()
                        .read(scene.controller, block.id(), FormType.CONSENT)
                        .id());
        assertThrows(ProblemException.class, () -> node.forms().read(other, block.id(), FormType.CONSENT));
        assertThrows(
                ProblemException.class, () -> node.forms().read(scene.controller, block.id(), FormType.OUT_OF_BAND));
        assertFalse(issue(other, FormType.CONSENT, 1).id().equals(block.id()));
    }
}
