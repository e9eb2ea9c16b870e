package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Purpose;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

class ReferralTest {
    private static final Instant OFFERED = Instant.parse("2026-11-22T10:00:00Z");
    private static final AgencyId POLICE = new AgencyId("tj-police-dushanbe");
    private static final AgencyId SHELTER = new AgencyId("tj-shelter-north");

    @ParameterizedTest
    @MethodSource("org.paivand.referral.Workflow#states")
    void tellsTheSenderNothingBetweenAcceptanceAndEnd(Referral referral) {
        String shown = referral.shownTo(Party.SENDER);

        assertEquals(referral.state(), referral.shownTo(Party.PROVIDER));
        if (referral instanceof Referral.Bound) {
            assertEquals("accepted", shown);
        } else if (referral instanceof Referral.Completed || referral instanceof Referral.EndedByPerson) {
            assertEquals("closed", shown);
        } else {
            assertEquals(referral instanceof Referral.Failed ? "not-possible" : referral.state(), shown);
        }
    }

    /** What the sender may do tells it nothing either, but whether something was released, which its own log tells it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void letsTheSenderDoTheSameInAllStatesThatItTakesForOne(boolean released) {
        Map<String, List<List<Transition>>> byShown = Workflow.states()
                .collect(Collectors.groupingBy(
                        state -> state.shownTo(Party.SENDER),
                        Collectors.mapping(state -> Move.open(state, Party.SENDER, released), Collectors.toList())));

        byShown.forEach(
                (shown, open) -> assertEquals(1, open.stream().distinct().count(), shown));
    }

    @Test
    void refusesToAskNothingAndToSuggestTooMuch() {
        Referral.Offered offered = Workflow.OFFERED;
        List<ServiceId> many = Collections.nCopies(Referral.Declined.MOST_SUGGESTED + 1, new ServiceId("helpline"));

        assertThrows(IllegalArgumentException.class, () -> offered.ask(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> offered.decline(DeclineCode.OTHER, many));
    }

    @ParameterizedTest
    @EnumSource(DeclineCode.class)
    void tellsTheSenderOfADeclineNoMoreThanThreeThings(DeclineCode code) {
        assertEquals(code, Coded.of(DeclineCode.class, code.code()));
        assertTrue(List.of("no-capacity", "unsuitable", "not-possible").contains(code.senderView()));
    }

    @Test
    void publishesForEachDeclineWhatTheSenderSeesOfIt() throws IOException {
        Map<String, String> published = new HashMap<>();
        try (InputStream list = Objects.requireNonNull(
                DeclineCode.class.getResourceAsStream("/META-INF/resources/codes/decline-codes.json"))) {
            new ObjectMapper()
                    .readTree(list)
                    .path("codes")
                    .forEach(code -> published.put(
                            code.path("code").asText(), code.path("senderSees").asText()));
        }

        assertEquals(
                Stream.of(DeclineCode.values()).collect(Collectors.toMap(DeclineCode::code, DeclineCode::senderView)),
                published);
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
        for (Function<String, Coded> of : List.<Function<String, Coded>>of(
                code -> Coded.of(DeclineCode.class, code),
                code -> Coded.of(FailCode.class, code),
                code -> Coded.of(HoldReason.class, code),
                code -> Coded.of(Outcome.class, code),
                code -> Coded.of(Reply.class, code),
                code -> Coded.of(Step.class, code),
                code -> Coded.of(Topic.class, code))) {
            String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> of.apply("Nozanin"))
                    .getMessage());

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
                respondBy,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
