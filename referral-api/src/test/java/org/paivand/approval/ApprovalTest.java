package org.paivand.approval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Proposal PROPOSAL = new Proposal(UUID.randomUUID(), "agreement", "{}", "u-first", NOW);
    private static final Approval PENDING = new Approval.Pending(PROPOSAL);

    @Test
    void isConfirmedByAnotherUser() {
        Ruling ruling = PENDING.decide(Verdict.CONFIRM, "u-second", LATER);

        assertEquals(new Ruling.Made(new Approval.Confirmed(PROPOSAL, "u-second", LATER)), ruling);
    }

    @Test
    void isRejectedByAnotherUser() {
        Ruling ruling = PENDING.decide(Verdict.REJECT, "u-second", LATER);

        assertEquals(new Ruling.Made(new Approval.Rejected(PROPOSAL, "u-second", LATER)), ruling);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void takesNoVerdictFromItsProposer(Verdict verdict) {
        Ruling ruling = PENDING.decide(verdict, "u-first", LATER);

        assertEquals(new Ruling.Refused(Ruling.Refusal.OWN_CHANGE), ruling);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void takesNoSecondVerdict(Verdict verdict) {
        Approval confirmed = new Approval.Confirmed(PROPOSAL, "u-second", LATER);
        Approval rejected = new Approval.Rejected(PROPOSAL, "u-second", LATER);
        Ruling refused = new Ruling.Refused(Ruling.Refusal.DECIDED_BEFORE);

        assertEquals(refused, confirmed.decide(verdict, "u-third", LATER));
        assertEquals(refused, rejected.decide(verdict, "u-third", LATER));
        assertEquals(refused, confirmed.decide(verdict, "u-second", LATER));
        assertEquals(refused, rejected.decide(verdict, "u-first", LATER));
    }

    @Test
    void cantEvenBeMadeAsDecidedByItsProposer() {
        assertThrows(IllegalArgumentException.class, () -> new Approval.Confirmed(PROPOSAL, "u-first", LATER));
        assertThrows(IllegalArgumentException.class, () -> new Approval.Rejected(PROPOSAL, "u-first", LATER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nilufar Example", "-u", "u\n"})
    void namesUsersByPseudonymsOnly(String user) {
        assertThrows(
                IllegalArgumentException.class, () -> new Proposal(UUID.randomUUID(), "agreement", "{}", user, NOW));
        assertThrows(IllegalArgumentException.class, () -> PENDING.decide(Verdict.CONFIRM, user, LATER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Agreement", "an agreement", "a-kind-of-change-whose-name-is-too-long"})
    void refusesAKindThatIsNoCodeOrTooLongForItsColumn(String kind) {
        assertThrows(IllegalArgumentException.class, () -> new Proposal(UUID.randomUUID(), kind, "{}", "u-first", NOW));
    }
}
