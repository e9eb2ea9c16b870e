package org.paivand.disclosure.decision;

import static org.paivand.disclosure.decision.Scene.CASE;
import static org.paivand.disclosure.decision.Scene.CHILD_PROTECTION;
import static org.paivand.disclosure.decision.Scene.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.policy.Agreement;

/** A random but likely situation: few agencies and purposes, so that what is asked is often what was granted. */
final class Situation {
    private static final List<Party> PARTIES = List.of(
            Scene.SHELTER,
            Scene.NGO,
            CHILD_PROTECTION,
            Scene.CONSULATE,
            Scene.PROSECUTOR,
            Scene.SHELTER_ABROAD,
            Scene.POLICE);
    private static final List<Purpose> PURPOSES = List.of(
            Purpose.SHELTER_PLACEMENT, Purpose.PROTECTION, Purpose.RETURN, Purpose.INVESTIGATION, Purpose.PROSECUTION);

    private final long seed;
    private final Random random;
    private final Party recipient;
    private final Purpose purpose;
    private final List<ConsentEvent> events = new ArrayList<>();
    private final List<ConsentRecord> consents = new ArrayList<>();
    private final DecisionInput input;

    Situation(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.recipient = any(PARTIES);
        this.purpose = any(PURPOSES);
        for (int i = random.nextInt(4); i > 0; i--) {
            consents.add(anyConsent("consent-" + i));
        }
        consents.forEach(consent -> events.add(new ConsentEvent.Given(around(-2), consent)));
        for (ConsentRecord consent : consents) {
            for (int i = random.nextInt(3); i > 0; i--) {
                events.add(anyChange(consent));
            }
        }
        events.sort(Comparator.comparing(ConsentEvent::at));
        this.input = new DecisionInput(
                Scene.POLICY.sha256(),
                new ConsentHistory(CASE, events),
                anyAgreement().stream().toList(),
                anyRequest(),
                NOW);
    }

    DecisionInput input() {
        return input;
    }

    List<ConsentRecord> consents() {
        return consents;
    }

    List<Grant> permits() {
        return consents.stream()
                .flatMap(consent -> consent.grants().stream())
                .filter(grant -> !grant.isRefusal())
                .toList();
    }

    UUID consentOf(Grant grant) {
        return consents.stream()
                .filter(consent -> consent.grants().contains(grant))
                .findFirst()
                .orElseThrow()
                .id();
    }

    Role giver(UUID consentId) {
        return consents.stream()
                .filter(consent -> consent.id().equals(consentId))
                .findFirst()
                .orElseThrow()
                .givenBy()
                .role();
    }

    ConsentHistory appended(ConsentEvent event) {
        return appended(input.history(), event);
    }

    /** The history with the event where its time puts it: what comes later stays later. */
    static ConsentHistory appended(ConsentHistory history, ConsentEvent event) {
        List<ConsentEvent> longer = new ArrayList<>(history.events());
        int place = 0;
        while (place < longer.size() && !longer.get(place).at().isAfter(event.at())) {
            place++;
        }
        longer.add(place, event);
        return new ConsentHistory(CASE, longer);
    }

    /** The same history as it would have been recorded before that category existed; a grant of it alone was never made. */
    ConsentHistory before(Category unknown) {
        List<ConsentEvent> earlier = new ArrayList<>();
        Set<UUID> given = new HashSet<>();
        for (ConsentEvent event : events) {
            if (event instanceof ConsentEvent.Given giving) {
                without(giving.consent(), unknown).ifPresent(consent -> {
                    earlier.add(new ConsentEvent.Given(giving.at(), consent));
                    given.add(consent.id());
                });
            } else if (given.contains(event.consentId()) && !(event instanceof ConsentEvent.Withdrawn)) {
                earlier.add(event);
            }
        }
        return new ConsentHistory(CASE, earlier);
    }

    private static Optional<ConsentRecord> without(ConsentRecord consent, Category unknown) {
        List<Grant> grants = new ArrayList<>();
        for (Grant grant : consent.grants()) {
            Set<Category> known = EnumSet.copyOf(grant.categories());
            known.remove(unknown);
            if (!known.isEmpty()) {
                grants.add(new Grant(
                        grant.id(),
                        grant.effect(),
                        grant.purpose(),
                        known,
                        grant.recipient(),
                        grant.actions(),
                        grant.notBefore(),
                        grant.notAfter(),
                        grant.safetyCritical()));
            }
        }
        return grants.isEmpty() ? Optional.empty() : Optional.of(Scene.regranted(consent, grants));
    }

    DisclosureRequest withoutPurpose() {
        return request(Optional.empty(), input.request().facts());
    }

    DisclosureRequest aged(AgeGroup group) {
        CaseFacts facts = input.request().facts();
        return request(
                input.request().purpose(),
                new CaseFacts(
                        facts.openedBy(),
                        Age.of(group),
                        facts.guardianFinding(),
                        facts.protectionFear(),
                        facts.reflectionFrom(),
                        facts.reflectionLiftedAt(),
                        facts.familyMustNotKnow()));
    }

    /** An instant about which something may begin or end. */
    Instant anyInstant() {
        return around(random.nextInt(7) - 3);
    }

    Duration anyPeriod() {
        return Duration.ofSeconds(random.nextInt(100_000_000)).minusDays(500).plusNanos(random.nextInt(1_000_000_000));
    }

    Purpose anyPurpose() {
        return any(PURPOSES);
    }

    Grant anyGrant(String name, Effect effect, boolean safetyCritical) {
        Set<Category> categories = EnumSet.of(any(List.of(Category.values())));
        for (Category category : Category.values()) {
            if (random.nextInt(3) > 0) {
                categories.add(category);
            }
        }
        Party to = random.nextInt(3) > 0 ? recipient : any(PARTIES);
        Recipient named = random.nextInt(3) > 0
                ? new Recipient.ExactAgency(to.agency())
                : new Recipient.KindWithin(to.kind(), to.jurisdiction(), Set.of(to.agency()));
        Set<Action> actions = random.nextInt(3) == 0 ? EnumSet.allOf(Action.class) : EnumSet.of(Action.SHARE);
        Instant from = around(-1);
        return new Grant(
                Scene.id(seed + name),
                effect,
                random.nextInt(4) > 0 ? purpose : any(PURPOSES),
                categories,
                named,
                actions,
                from,
                from.plus(Duration.ofHours(1 + random.nextInt(96))),
                safetyCritical && effect == Effect.REFUSE && random.nextBoolean());
    }

    private ConsentRecord anyConsent(String name) {
        GivenBy giver = random.nextInt(3) > 0
                ? GivenBy.subject()
                : new GivenBy(
                        any(List.of(Role.GUARDIAN, Role.LEGAL_REPRESENTATIVE)),
                        maybe(() -> "parent"),
                        maybe(() -> around(1)),
                        any(List.of(ChildAssent.values())));
        List<Grant> grants = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Effect effect = random.nextInt(6) == 0 ? Effect.REFUSE : Effect.PERMIT;
            grants.add(anyGrant(name + i, effect, giver.role() == Role.SUBJECT));
        }
        return new ConsentRecord(
                Scene.id(seed + name),
                1,
                CASE,
                new Notice("notice", 1, Sha256.of("ab".repeat(32)), "tg", Optional.empty()),
                any(List.of(Scene.POLICE, Scene.NGO)),
                Scene.TJ,
                "hotline",
                any(List.of(Form.values())),
                often(),
                !often(),
                !often(),
                maybe(() -> Scene.NGO),
                maybe(() -> Sha256.of("cd".repeat(32))),
                maybe(() -> "u-17"),
                giver,
                often(),
                grants);
    }

    private ConsentEvent anyChange(ConsentRecord consent) {
        UUID id = consent.id();
        Instant at = around(0);
        return switch (random.nextInt(8)) {
            case 0 -> new ConsentEvent.Withdrawn(at, id, Optional.empty());
            case 1 ->
                new ConsentEvent.Withdrawn(
                        at, id, Optional.of(Set.of(consent.grants().get(0).id())));
            case 2 -> new ConsentEvent.Invalidated(at, id);
            case 3 -> new ConsentEvent.Disputed(at, id);
            case 4 ->
                new ConsentEvent.Restored(at, id, Set.of(consent.grants().get(0).id()));
            case 5 -> new ConsentEvent.Confirmed(at, id, recipient.agency());
            case 6 -> new ConsentEvent.Superseded(at, id, Scene.id(seed + "newer"));
            default -> new ConsentEvent.Reconfirmed(at, id);
        };
    }

    private Optional<Agreement> anyAgreement() {
        return maybe(() -> Scene.corridor(
                EnumSet.of(purpose, any(PURPOSES)), EnumSet.allOf(Category.class), around(-2), around(4)));
    }

    private DisclosureRequest anyRequest() {
        CaseFacts facts = new CaseFacts(
                Scene.POLICE.agency(),
                anyAge(),
                maybe(() -> new GuardianFinding(
                        any(List.of(ConflictFinding.values())),
                        any(List.of(CHILD_PROTECTION, Scene.POLICE)),
                        around(-1))),
                any(List.of(ProtectionFear.values())),
                NOW.minus(Duration.ofDays(random.nextInt(60))),
                maybe(() -> around(0)),
                random.nextBoolean());
        return new DisclosureRequest(
                CASE,
                Scene.NGO,
                recipient,
                random.nextBoolean(),
                random.nextInt(5) == 0 ? Optional.empty() : Optional.of(new NamedWorker(WorkerId.of("w-101"), often())),
                Optional.of(purpose),
                EnumSet.allOf(Category.class),
                often() ? Action.SHARE : Action.ONWARD,
                often() ? Occasion.PULL : Occasion.OFFER,
                often(),
                facts,
                anyBases());
    }

    private Age anyAge() {
        if (random.nextInt(4) > 0) {
            return Age.of(any(List.of(AgeGroup.values())));
        }
        Instant first = around(0);
        return new Age(AgeGroup.UNDETERMINED, Optional.of(first), Optional.of(first.plus(Duration.ofHours(9))));
    }

    private List<StandaloneBasis> anyBases() {
        List<StandaloneBasis> bases = new ArrayList<>();
        for (BasisType type : BasisType.values()) {
            if (random.nextInt(5) == 0) {
                anyBasis(type).ifPresent(bases::add);
            }
        }
        return bases;
    }

    private Optional<StandaloneBasis> anyBasis(BasisType type) {
        Instant until = around(1);
        UUID id = Scene.id(seed + type.code());
        Set<Category> some = EnumSet.of(Category.CONTACT, Category.LEGAL, any(List.of(Category.values())));
        return switch (type) {
            case CONSENT -> Optional.empty();
            case BREAK_GLASS ->
                Optional.of(new StandaloneBasis.BreakGlass(
                        id,
                        recipient.agency(),
                        BreakGlassReason.ABDUCTION,
                        "u-9",
                        maybe(() -> "u-8"),
                        random.nextBoolean(),
                        NOW.minusSeconds(600),
                        NOW.plusSeconds(random.nextInt(9000))));
            case BEST_INTERESTS ->
                Optional.of(new StandaloneBasis.BestInterests(
                        id, CHILD_PROTECTION, recipient.agency(), purpose, some, around(-2), until));
            case STATUTORY_DUTY ->
                Optional.of(
                        new StandaloneBasis.StatutoryDuty(id, "child-at-risk", recipient.agency(), around(-2), until));
            case COURT_ORDER ->
                Optional.of(new StandaloneBasis.CourtOrder(
                        id,
                        Scene.TJ,
                        recipient.agency(),
                        some,
                        Sha256.of("ef".repeat(32)),
                        Scene.NGO.agency(),
                        "u-1",
                        "u-2",
                        often(),
                        around(-2),
                        until));
            case CHILD_PROTECTION_REQUEST ->
                Optional.of(new StandaloneBasis.ChildProtectionRequest(
                        id, CHILD_PROTECTION, recipient.agency(), purpose, around(-2), until));
        };
    }

    private DisclosureRequest request(Optional<Purpose> why, CaseFacts facts) {
        DisclosureRequest old = input.request();
        return new DisclosureRequest(
                old.caseRef(),
                old.discloser(),
                old.recipient(),
                old.recipientConfidential(),
                old.worker(),
                why,
                old.categories(),
                old.action(),
                old.occasion(),
                old.accepted(),
                facts,
                old.bases());
    }

    /** Some hours before or after the given day, counted from now. */
    private Instant around(int day) {
        return NOW.plus(Duration.ofDays(day)).plus(Duration.ofHours(random.nextInt(36) - 18));
    }

    private boolean often() {
        return random.nextInt(5) > 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "new Situation(" + seed + "L)";
    }
}
