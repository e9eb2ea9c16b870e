package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.POLICY;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.permit;
import static org.paivand.disclosure.decision.Scene.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.decision.Ending.Cause;

final class EndingTest {
    private static final Grant PERMIT = permit("permit", SHELTER, Purpose.ASSISTANCE);
    private static final Age ADULT = Age.of(AgeGroup.ADULT);

    private static List<Ending> endings(ConsentHistory history, Age age, Optional<Instant> agreement, Instant now) {
        return Ending.of(POLICY.policy(), age, history.stateAt(now), grant -> agreement, now);
    }

    private static ConsentHistory given(Scene scene) {
        return new ConsentHistory(
                Scene.CASE, List.of(new ConsentEvent.Given(GIVEN, scene.consent("one", List.of(PERMIT)))));
    }

    private static void ends(Cause cause, Instant at, List<Ending> endings) {
        assertEquals(List.of(new Ending(Scene.id("one"), PERMIT.id(), cause, at)), endings);
    }

    @Test
    void aPermitEndsByItsOwnBound() {
        ends(Cause.GRANT, END, endings(given(new Scene()), ADULT, Optional.empty(), NOW));
    }

    @Test
    void nothingIsSaidOfWhatIsOverOrOfARefusal() {
        ConsentRecord refusing = new Scene().consent("two", List.of(refusal("refusal", SHELTER, Purpose.ASSISTANCE)));
        ConsentHistory history = given(new Scene()).append(new ConsentEvent.Given(GIVEN, refusing));

        assertEquals(List.of(), endings(history, ADULT, Optional.empty(), END));
        assertEquals(
                List.of(),
                endings(
                        history.append(new ConsentEvent.Withdrawn(NOW, Scene.id("one"), Optional.empty())),
                        ADULT,
                        Optional.empty(),
                        NOW));
    }

    @Test
    void aDisputedPermitEndsStill() {
        ConsentHistory disputed = given(new Scene()).append(new ConsentEvent.Disputed(NOW, Scene.id("one")));

        ends(Cause.GRANT, END, endings(disputed, ADULT, Optional.empty(), NOW));
    }

    @Test
    void aConsentByTelephoneEndsAfterThePolicysHoursAndIsThenSaidNoMore() {
        ConsentHistory spoken = given(new Scene().form(Form.ORAL_PHONE));
        Instant end = GIVEN.plus(Duration.ofDays(3));

        ends(Cause.FORM, end, endings(spoken, ADULT, Optional.empty(), end.minusNanos(1)));
        assertEquals(List.of(), endings(spoken, ADULT, Optional.empty(), end));
    }

    @Test
    void aGuardiansPermitEndsWithTheMandateOrOnTheFirstPossibleBirthday() {
        Instant mandate = NOW.plus(Duration.ofDays(5));
        Instant first = NOW.plus(Duration.ofDays(4));
        Age child = new Age(AgeGroup.CHILD, Optional.of(first), Optional.of(first.plus(Duration.ofDays(365))));
        ConsentHistory guarded = given(new Scene()
                .givenBy(new GivenBy(Role.GUARDIAN, Optional.of("parent"), Optional.of(mandate), ChildAssent.GIVEN)));

        ends(Cause.MANDATE, mandate, endings(guarded, Age.of(AgeGroup.CHILD), Optional.empty(), NOW));
        ends(Cause.ADULTHOOD, first, endings(guarded, child, Optional.empty(), NOW));
        ends(Cause.GRANT, END, endings(given(new Scene()), child, Optional.empty(), NOW));
    }

    @Test
    void anAgreementMayEndFirst() {
        Instant over = NOW.plus(Duration.ofDays(1));

        ends(Cause.AGREEMENT, over, endings(given(new Scene()), ADULT, Optional.of(over), NOW));
        ends(Cause.GRANT, END, endings(given(new Scene()), ADULT, Optional.of(END), NOW));
    }

    @Test
    void theSoonestComesFirst() {
        Grant brief = new Grant(
                Scene.id("short"),
                PERMIT.effect(),
                PERMIT.purpose(),
                PERMIT.categories(),
                PERMIT.recipient(),
                PERMIT.actions(),
                GIVEN,
                NOW.plusSeconds(1),
                false);
        ConsentHistory history = new ConsentHistory(
                Scene.CASE, List.of(new ConsentEvent.Given(GIVEN, new Scene().consent("one", List.of(PERMIT, brief)))));

        assertEquals(
                List.of(brief.id(), PERMIT.id()),
                endings(history, ADULT, Optional.empty(), NOW).stream()
                        .map(Ending::grantId)
                        .toList());
        assertEquals(
                Set.of(PERMIT.id()),
                Set.copyOf(endings(history, ADULT, Optional.empty(), NOW.plusSeconds(1)).stream()
                        .map(Ending::grantId)
                        .toList()));
    }
}
