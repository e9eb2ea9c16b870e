package org.paivand.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.Age;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.PolicyDocument;

/** One case, one consent, one shelter; events whose decisions are really made. */
final class Scene {
    static final PolicyDocument POLICY = PolicyDocument.tajikistan();
    static final Instant T0 = Instant.parse("2026-11-22T08:00:00Z");

    private static final UUID CASE = new UUID(1, 1);
    private static final Jurisdiction TJ = Jurisdiction.of("TJ");
    private static final Party POLICE = new Party(AgencyId.of("tj-police-dushanbe"), AgencyKind.of("police"), TJ);
    private static final Party SHELTER = new Party(AgencyId.of("tj-shelter-north"), AgencyKind.of("shelter"), TJ);
    private static final WorkerId WORKER = WorkerId.of("w-14");
    private static final Set<Category> ASKED =
            Set.of(Category.of("identity"), Category.of("contact"), Category.of("health"));

    private Scene() {}

    /** An event with what it was decided from. */
    record Told(DisclosureEvent event, Optional<DecisionInput> input) {}

    static Told disclosure(int number) {
        DecisionInput input = input(number, true);
        return new Told(disclosure(number, input, input.replay(POLICY)), Optional.of(input));
    }

    static Told denial(int number) {
        DecisionInput input = input(number, false);
        Decision decision = input.replay(POLICY);
        DisclosureEvent event = new Denial(
                head(number, input.decidedAt()),
                Optional.of(shelter()),
                input.request().purpose(),
                "release-refused",
                withheld(decision),
                Optional.of(reference(number, input)));
        return new Told(event, Optional.of(input));
    }

    static Told auditorAccess(int number) {
        return new Told(
                new AuditorAccess(
                        head(number, T0.plusSeconds(3600 + number)),
                        AuditorAction.SEARCH,
                        Sha256.digest(new byte[1]),
                        3),
                Optional.empty());
    }

    static Disclosure disclosure(int number, DecisionInput input, Decision decision) {
        List<Released> released = decision.permitted().entrySet().stream()
                .map(permit -> new Released(permit.getKey(), permit.getValue().basis(), Set.of()))
                .toList();
        Obligations owed = decision.permitted().values().stream()
                .map(CategoryDecision.Permit::obligations)
                .reduce(Obligations::and)
                .orElseThrow();
        return new Disclosure(
                head(number, input.decidedAt()),
                shelter(),
                Purpose.of("shelter-placement"),
                released,
                withheld(decision),
                reference(number, input),
                new PayloadDigest("application/json", 400, Sha256.digest(new byte[2])),
                Terms.of(owed),
                Optional.empty(),
                Optional.empty());
    }

    /** Told by telephone, as the input says, and written down a day later. */
    static Told outOfBand(int number, Instant toldAt) {
        DecisionInput input = input(number, true);
        return new Told(
                new DisclosedOutOfBand(
                        head(number, input.decidedAt().plus(Duration.ofDays(1))),
                        POLICE.agency(),
                        OutOfBandChannel.TELEPHONE,
                        toldAt,
                        Optional.of(new Counterpart(
                                SHELTER.agency(), SHELTER.jurisdiction(), Optional.empty(), Optional.empty())),
                        Optional.empty(),
                        Purpose.of("shelter-placement"),
                        ASKED,
                        Optional.of(new UUID(2, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Hindsight.of(reference(number, input), input.replay(POLICY)))),
                Optional.of(input));
    }

    static DecisionInput input(int number, boolean accepted) {
        Instant now = T0.plusSeconds(3600).plusSeconds(number);
        DisclosureRequest request = new DisclosureRequest(
                CASE,
                POLICE,
                SHELTER,
                false,
                Optional.of(new NamedWorker(WORKER, true)),
                Optional.of(Purpose.of("shelter-placement")),
                ASKED,
                Action.SHARE,
                Occasion.PULL,
                accepted,
                new CaseFacts(
                        POLICE.agency(),
                        Age.of(AgeGroup.ADULT),
                        Optional.empty(),
                        ProtectionFear.NO,
                        T0,
                        Optional.empty(),
                        true),
                List.of());
        ConsentHistory history =
                ConsentHistory.empty(CASE).append(new ConsentEvent.Given(T0.plusSeconds(60), consent()));
        return new DecisionInput(POLICY.sha256(), history, List.of(), request, now);
    }

    private static ConsentRecord consent() {
        Set<Category> granted = new HashSet<>(ASKED);
        granted.remove(Category.of("health"));
        Grant grant = new Grant(
                new UUID(3, 1),
                Effect.PERMIT,
                Purpose.of("shelter-placement"),
                granted,
                new Recipient.ExactAgency(SHELTER.agency()),
                Set.of(Action.SHARE),
                T0,
                T0.plus(Duration.ofDays(30)),
                false);
        return new ConsentRecord(
                new UUID(2, 1),
                1,
                CASE,
                new Notice("notice-tj", 1, Sha256.digest(new byte[3]), "tg", Optional.empty()),
                POLICE,
                TJ,
                "by-any-worker",
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
    }

    static List<Withheld> withheld(Decision decision) {
        return decision.withheld().entrySet().stream()
                .map((Map.Entry<Category, org.paivand.disclosure.decision.ReasonCode> stayed) ->
                        new Withheld(stayed.getKey(), stayed.getValue()))
                .toList();
    }

    static DecisionReference reference(int number, DecisionInput input) {
        return new DecisionReference(new UUID(5, number), POLICY.policy().version(), POLICY.sha256(), input.sha256());
    }

    static Counterpart shelter() {
        return new Counterpart(SHELTER.agency(), SHELTER.jurisdiction(), Optional.empty(), Optional.of(WORKER));
    }

    static EventHead head(int number, Instant at) {
        return new EventHead(
                new UUID(7, number),
                new UUID(8, number),
                at,
                Optional.of(new UUID(9, 9)),
                new Actor(POLICE.agency(), "u-7", "provider", "client-1", Optional.empty()));
    }
}
