package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.service.ServiceType;

class ReferralTest {
    private static final Instant OFFERED = Instant.parse("2026-11-22T10:00:00Z");
    private static final AgencyId POLICE = new AgencyId("tj-police-dushanbe");
    private static final AgencyId SHELTER = new AgencyId("tj-shelter-north");
    private static final Request REQUEST =
            request(POLICE, SHELTER, List.of(ServiceType.SHELTER), OFFERED.plusSeconds(1));

    static Stream<Arguments> states() {
        Referral.Offered offered = new Referral.Offered(REQUEST);
        Referral.InProgress under = offered.accept().begin(Step.SCHEDULED);
        return Stream.of(
                Arguments.of(
                        offered,
                        "offered",
                        List.of(Transition.ACCEPTANCE, Transition.DECLINE),
                        List.of(Transition.CANCELLATION)),
                Arguments.of(
                        offered.accept(),
                        "accepted",
                        List.of(Transition.ASSIGNMENTS, Transition.PROGRESS, Transition.DECLINE),
                        List.of()),
                Arguments.of(
                        under,
                        "in-progress",
                        List.of(Transition.ASSIGNMENTS, Transition.PROGRESS, Transition.COMPLETION),
                        List.of()),
                Arguments.of(
                        under.proceed(Step.ARRIVED),
                        "in-progress",
                        List.of(Transition.ASSIGNMENTS, Transition.PROGRESS, Transition.COMPLETION),
                        List.of()),
                Arguments.of(under.complete(Outcome.NEEDS_MET, List.of()), "completed", List.of(), List.of()),
                Arguments.of(offered.decline(DeclineCode.OTHER), "declined", List.of(), List.of()),
                Arguments.of(
                        offered.accept().declineBeforeAnyRelease(DeclineCode.OTHER), "declined", List.of(), List.of()),
                Arguments.of(offered.cancel(), "cancelled", List.of(), List.of()),
                Arguments.of(new Referral.Expired(REQUEST), "expired", List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void lets(Referral referral, String state, List<Transition> provider, List<Transition> sender) {
        assertEquals(state, referral.state());
        assertEquals(provider, referral.allowed(Party.PROVIDER));
        assertEquals(sender, referral.allowed(Party.SENDER));
        assertEquals(REQUEST, referral.request());
    }

    @ParameterizedTest
    @EnumSource(DeclineCode.class)
    void tellsTheSenderOfADeclineNoMoreThanThreeThings(DeclineCode code) {
        assertEquals(code, DeclineCode.of(code.code()));
        assertTrue(List.of("no-capacity", "unsuitable", "not-possible").contains(code.senderView()));
    }

    @ParameterizedTest
    @EnumSource(DeclineCode.class)
    void hidesFromTheSenderADeclineThatWouldTellOfDangerOrOfThePerson(DeclineCode code) {
        boolean telling = List.of(
                        DeclineCode.UNSAFE_TO_ACCEPT,
                        DeclineCode.CONFLICT_OF_INTEREST,
                        DeclineCode.PERSON_DECLINED,
                        DeclineCode.DUPLICATE,
                        DeclineCode.OTHER)
                .contains(code);

        assertEquals(telling, code.senderView().equals("not-possible"));
    }

    @Test
    void refusesCodesThatItDoesNotKnowWithoutRepeatingThem() {
        for (Executable of : List.<Executable>of(
                () -> DeclineCode.of("Nozanin"), () -> Step.of("Nozanin"), () -> Outcome.of("Nozanin"))) {
            String said = String.valueOf(
                    assertThrows(IllegalArgumentException.class, of).getMessage());

            assertTrue(!said.contains("Nozanin"), said);
        }
    }

    @Test
    void refusesARequestThatContradictsItself() {
        List<ServiceType> shelter = List.of(ServiceType.SHELTER);

        contradictory(() -> request(POLICE, POLICE, shelter, OFFERED.plusSeconds(1)));
        contradictory(() -> request(POLICE, SHELTER, List.of(), OFFERED.plusSeconds(1)));
        contradictory(() ->
                request(POLICE, SHELTER, List.of(ServiceType.SHELTER, ServiceType.SHELTER), OFFERED.plusSeconds(1)));
        contradictory(() -> request(POLICE, SHELTER, shelter, OFFERED));
        contradictory(() -> request(POLICE, SHELTER, shelter, OFFERED.minus(Duration.ofDays(1))));
    }

    private static void contradictory(Executable request) {
        assertThrows(IllegalArgumentException.class, request);
    }

    private static Request request(AgencyId from, AgencyId to, List<ServiceType> services, Instant respondBy) {
        return new Request(
                new ReferralId(new UUID(0, 1)),
                new CaseId(new UUID(0, 2)),
                new UUID(0, 3),
                from,
                to,
                Purpose.SHELTER_PLACEMENT,
                Urgency.URGENT,
                services,
                OFFERED,
                respondBy);
    }
}
