package org.paivand.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.StandingGrant;

class GroundTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final CaseId CASE = new CaseId(UUID.randomUUID());
    private static final AgencyId POLICE = new AgencyId("tj-police");
    private static final AgencyId SHELTER = new AgencyId("tj-shelter");
    private static final AgencyId CLINIC = new AgencyId("tj-clinic");
    private static final AgencyId LAWYER = new AgencyId("tj-lawyer");

    private final Grant grant = grant(Effect.PERMIT, SHELTER, Category.IDENTITY, false);
    private final Holding held = holding(POLICE, SHELTER, Category.IDENTITY, Action.SHARE, 0, grant);

    @ParameterizedTest
    @EnumSource(
            value = GrantStatus.class,
            names = {"WITHDRAWN", "INVALIDATED", "SUPERSEDED"})
    void isLostWithAGrantThatSomebodyEnded(GrantStatus status) {
        assertFalse(ground(standing(grant, status)).carries(held));
    }

    @ParameterizedTest
    @EnumSource(
            value = GrantStatus.class,
            names = {"WITHDRAWN", "INVALIDATED", "SUPERSEDED"},
            mode = EnumSource.Mode.EXCLUDE)
    void staysWithAGrantThatRestsOrRanOut(GrantStatus status) {
        assertTrue(ground(standing(grant, status)).carries(held));
    }

    @Test
    void staysWhileAnotherGrantPermitsTheSame() {
        Grant narrower = grant(Effect.PERMIT, SHELTER, Category.IDENTITY, false);
        Grant elsewhere = grant(Effect.PERMIT, CLINIC, Category.IDENTITY, false);
        Grant other = grant(Effect.PERMIT, SHELTER, Category.CONTACT, false);
        StandingGrant ended = standing(grant, GrantStatus.SUPERSEDED);

        assertTrue(ground(ended, standing(narrower, GrantStatus.LIVE)).carries(held));
        assertFalse(ground(ended, standing(narrower, GrantStatus.EXPIRED)).carries(held));
        assertTrue(ground(ended, standing(narrower, GrantStatus.DISPUTED)).carries(held));
        assertFalse(ground(ended, standing(elsewhere, GrantStatus.LIVE), standing(other, GrantStatus.LIVE))
                .carries(held));
    }

    @Test
    void isLostByARefusalWhateverPermitsIt() {
        StandingGrant live = standing(grant, GrantStatus.LIVE);
        Grant refusal = grant(Effect.REFUSE, SHELTER, Category.IDENTITY, false);
        Grant bar = grant(Effect.REFUSE, SHELTER, Category.MESSAGE, true);
        Grant another = grant(Effect.REFUSE, CLINIC, Category.IDENTITY, true);

        assertFalse(ground(live, standing(refusal, GrantStatus.LIVE)).carries(held));
        assertFalse(ground(live, standing(bar, GrantStatus.LIVE)).carries(held));
        assertTrue(ground(live, standing(refusal, GrantStatus.WITHDRAWN)).carries(held));
        assertTrue(ground(live, standing(another, GrantStatus.LIVE)).carries(held));
    }

    @Test
    void staysWhereItNeverWasConsent() {
        Holding byDuty = holding(POLICE, SHELTER, Category.IDENTITY, Action.SHARE, 0, Optional.empty());

        assertTrue(ground(standing(grant, GrantStatus.WITHDRAWN)).carries(byDuty));
    }

    @Test
    void isLostAlongTheWholeChainAndNowhereElse() {
        Grant toClinic = grant(Effect.PERMIT, CLINIC, Category.IDENTITY, false);
        Grant toLawyer = grant(Effect.PERMIT, LAWYER, Category.IDENTITY, false);
        Holding onward = holding(SHELTER, CLINIC, Category.IDENTITY, Action.ONWARD, 1, toClinic);
        Holding further = holding(CLINIC, LAWYER, Category.IDENTITY, Action.ONWARD, 2, toLawyer);
        Holding circle = holding(CLINIC, SHELTER, Category.IDENTITY, Action.ONWARD, 3, toClinic);
        Holding before = holding(SHELTER, LAWYER, Category.IDENTITY, Action.ONWARD, -1, toLawyer);
        Holding other = holding(SHELTER, CLINIC, Category.CONTACT, Action.ONWARD, 1, toClinic);
        Holding direct = holding(POLICE, LAWYER, Category.IDENTITY, Action.SHARE, 1, toLawyer);
        List<Holding> all = List.of(before, held, onward, other, direct, further, circle);
        StandingGrant clinic = standing(toClinic, GrantStatus.LIVE);
        StandingGrant lawyer = standing(toLawyer, GrantStatus.LIVE);

        List<Holding> lost = Ground.lost(
                all,
                ground(standing(grant, GrantStatus.LIVE), clinic, lawyer),
                ground(standing(grant, GrantStatus.WITHDRAWN), clinic, lawyer));

        assertEquals(Set.of(held, onward, further, circle), Set.copyOf(lost));
    }

    @Test
    void isLostOnce() {
        Ground withdrawn = ground(standing(grant, GrantStatus.WITHDRAWN));

        assertEquals(List.of(), Ground.lost(List.of(held), withdrawn, withdrawn));
    }

    private static Ground ground(StandingGrant... grants) {
        return new Ground(
                new ConsentState(Arrays.asList(grants)),
                agency -> new Party(agency, AgencyKind.SHELTER, Jurisdiction.of("TJ")));
    }

    private static Holding holding(
            AgencyId source, AgencyId holder, Category category, Action action, int hours, Grant grant) {
        return holding(source, holder, category, action, hours, Optional.of(grant.id()));
    }

    private static Holding holding(
            AgencyId source, AgencyId holder, Category category, Action action, int hours, Optional<UUID> grant) {
        Instant at = NOON.plus(Duration.ofHours(hours));
        return new Holding(
                UUID.randomUUID(),
                category,
                CASE,
                holder,
                source,
                action,
                UUID.randomUUID(),
                Purpose.SHELTER_PLACEMENT,
                grant,
                false,
                at,
                at.plus(Duration.ofDays(30)));
    }

    private static Grant grant(Effect effect, AgencyId recipient, Category category, boolean safetyCritical) {
        return new Grant(
                UUID.randomUUID(),
                effect,
                Purpose.SHELTER_PLACEMENT,
                Set.of(category),
                new Recipient.ExactAgency(recipient),
                Set.of(Action.SHARE, Action.ONWARD),
                NOON,
                NOON.plus(Duration.ofDays(90)),
                safetyCritical);
    }

    private static StandingGrant standing(Grant grant, GrantStatus status) {
        Party police = new Party(POLICE, AgencyKind.POLICE, Jurisdiction.of("TJ"));
        ConsentRecord consent = new ConsentRecord(
                UUID.randomUUID(),
                1,
                CASE.value(),
                new Notice("notice", 1, Sha256.digest(new byte[0]), "tg", Optional.empty()),
                police,
                police.jurisdiction(),
                "code",
                Form.WRITTEN,
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                GivenBy.subject(),
                true,
                List.of(grant));
        return new StandingGrant(consent, NOON, grant, status);
    }
}
