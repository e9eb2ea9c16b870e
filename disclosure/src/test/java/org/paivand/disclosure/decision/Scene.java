package org.paivand.disclosure.decision;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
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
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.Parties;

/**
 * One situation to decide on. Begins as the plain case: an adult, police of Tajikistan, an accepted referral to a
 * shelter, an assigned worker, and a written consent of yesterday for all that a shelter may get, for thirty days.
 */
public final class Scene {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Instant GIVEN = NOW.minus(Duration.ofDays(1));
    public static final Instant END = NOW.plus(Duration.ofDays(30));
    public static final UUID CASE = id("case");
    public static final Jurisdiction TJ = Jurisdiction.of("TJ");
    public static final Jurisdiction KZ = Jurisdiction.of("KZ");
    public static final Party POLICE = party("tj-police-dushanbe", AgencyKind.POLICE, TJ);
    public static final Party SHELTER = party("tj-shelter-north", AgencyKind.SHELTER, TJ);
    public static final Party NGO = party("tj-ngo-umed", AgencyKind.NGO, TJ);
    public static final Party CHILD_PROTECTION = party("tj-child-protection", AgencyKind.CHILD_PROTECTION, TJ);
    public static final Party LEGAL_AID = party("tj-ngo-legal-aid", AgencyKind.LEGAL_AID, TJ);
    public static final Party CONSULATE = party("tj-consulate-almaty", AgencyKind.CONSULATE, TJ);
    public static final Party PROSECUTOR = party("tj-prosecutor-sughd", AgencyKind.PROSECUTOR, TJ);
    public static final Party SHELTER_ABROAD = party("kz-shelter-almaty", AgencyKind.SHELTER, KZ);
    public static final PolicyDocument POLICY = PolicyDocument.tajikistan();

    private Party discloser = POLICE;
    private Party recipient = SHELTER;
    private Optional<Purpose> purpose = Optional.of(Purpose.SHELTER_PLACEMENT);
    private Optional<NamedWorker> worker = Optional.of(new NamedWorker(WorkerId.of("w-101"), true));
    private Set<Category> categories = EnumSet.allOf(Category.class);
    private Action action = Action.SHARE;
    private Occasion occasion = Occasion.PULL;
    private boolean accepted = true;
    private Age age = Age.of(AgeGroup.ADULT);
    private Optional<GuardianFinding> finding = Optional.empty();
    private ProtectionFear fear = ProtectionFear.NO;
    private Instant reflectionFrom = NOW.minus(Duration.ofDays(40));
    private Optional<Instant> reflectionLifted = Optional.empty();
    private final List<Agreement> agreements = new ArrayList<>();
    private UUID requestCase = CASE;
    private Instant now = NOW;
    private final List<StandaloneBasis> bases = new ArrayList<>();
    private final List<ConsentEvent> later = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private boolean plainGrant = true;
    private boolean noConsent;
    private Form form = Form.WRITTEN;
    private boolean alone = true;
    private boolean custody;
    private boolean capacityConcern;
    private boolean notConditional = true;
    private Optional<Party> witness = Optional.empty();
    private Optional<Notice.Interpreter> interpreter = Optional.empty();
    private GivenBy givenBy = GivenBy.subject();

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Party party(String agency, AgencyKind kind, Jurisdiction jurisdiction) {
        return new Party(AgencyId.of(agency), kind, jurisdiction);
    }

    public Decision decide() {
        return Decisions.decide(POLICY.policy(), history(), agreements, request(), now);
    }

    public CategoryDecision decide(Category category) {
        return Optional.ofNullable(decide().categories().get(category)).orElseThrow();
    }

    public DecisionInput input() {
        return new DecisionInput(POLICY.sha256(), history(), agreements, request(), now);
    }

    public List<Agreement> agreements() {
        return List.copyOf(agreements);
    }

    public DisclosureRequest request() {
        CaseFacts facts = new CaseFacts(
                POLICE.agency(), age, finding, fear, reflectionFrom, reflectionLifted, recipient.equals(NGO));
        return new DisclosureRequest(
                requestCase,
                discloser,
                recipient,
                false,
                worker,
                purpose,
                categories,
                action,
                occasion,
                accepted,
                facts,
                bases);
    }

    public ConsentHistory history() {
        ConsentHistory history = ConsentHistory.empty(CASE);
        if (!noConsent) {
            history = history.append(new ConsentEvent.Given(GIVEN, consent()));
        }
        for (ConsentEvent event : later) {
            history = history.append(event);
        }
        return history;
    }

    public ConsentRecord consent() {
        List<Grant> all = new ArrayList<>(grants);
        if (plainGrant) {
            all.add(permit("plain", recipient, purpose.orElse(Purpose.ASSISTANCE)));
        }
        return consent("consent", all);
    }

    public ConsentRecord consent(String name, List<Grant> all) {
        Notice notice = new Notice("notice-adult", 3, Sha256.of("ab".repeat(32)), "tg", interpreter);
        return new ConsentRecord(
                id(name),
                1,
                CASE,
                notice,
                discloser,
                TJ,
                "hotline",
                form,
                alone,
                custody,
                capacityConcern,
                witness,
                Optional.of(Sha256.of("cd".repeat(32))),
                Optional.of("u-17"),
                givenBy,
                notConditional,
                all);
    }

    /** The same consent with other grants. */
    public static ConsentRecord regranted(ConsentRecord consent, List<Grant> grants) {
        return new ConsentRecord(
                consent.id(),
                consent.version(),
                consent.caseRef(),
                consent.notice(),
                consent.controller(),
                consent.jurisdiction(),
                consent.withdrawalMethod(),
                consent.form(),
                consent.spokenAlone(),
                consent.inCustody(),
                consent.capacityConcern(),
                consent.witness(),
                consent.evidenceSha256(),
                consent.verifiedBy(),
                consent.givenBy(),
                consent.notConditional(),
                grants);
    }

    public static Grant permit(String name, Party to, Purpose purpose) {
        return grant(name, Effect.PERMIT, new Recipient.ExactAgency(to.agency()), purpose, false);
    }

    public static Grant refusal(String name, Party to, Purpose purpose) {
        return grant(name, Effect.REFUSE, new Recipient.ExactAgency(to.agency()), purpose, false);
    }

    public static Grant grant(String name, Effect effect, Recipient to, Purpose purpose, boolean critical) {
        return new Grant(
                id(name),
                effect,
                purpose,
                EnumSet.allOf(Category.class),
                to,
                Set.of(Action.SHARE),
                GIVEN,
                END,
                critical);
    }

    public Scene to(Party party, Purpose why) {
        recipient = party;
        purpose = Optional.of(why);
        return this;
    }

    public Scene from(Party party) {
        discloser = party;
        return this;
    }

    public Scene withoutPurpose() {
        purpose = Optional.empty();
        return this;
    }

    public Scene withoutWorker() {
        worker = Optional.empty();
        return this;
    }

    public Scene colleague() {
        worker = Optional.of(new NamedWorker(WorkerId.of("w-102"), false));
        return this;
    }

    public Scene asking(Set<Category> some) {
        categories = some;
        return this;
    }

    public Scene onward() {
        action = Action.ONWARD;
        return this;
    }

    public Scene offer() {
        occasion = Occasion.OFFER;
        return notAccepted();
    }

    public Scene notAccepted() {
        accepted = false;
        return this;
    }

    public Scene anotherCase() {
        requestCase = id("another case");
        return this;
    }

    public Scene at(Instant when) {
        now = when;
        return this;
    }

    public Scene after(Duration sinceGiven) {
        return at(GIVEN.plus(sinceGiven));
    }

    public Scene aged(AgeGroup group) {
        age = Age.of(group);
        return this;
    }

    public Scene comingOfAge(Instant first, Instant last) {
        age = new Age(AgeGroup.UNDETERMINED, Optional.of(first), Optional.of(last));
        return this;
    }

    public Scene guardian() {
        givenBy = new GivenBy(Role.GUARDIAN, Optional.of("parent"), Optional.empty(), ChildAssent.GIVEN);
        return this;
    }

    public Scene givenBy(GivenBy who) {
        givenBy = who;
        return this;
    }

    public Scene finding(ConflictFinding what, Party by) {
        finding = Optional.of(new GuardianFinding(what, by, GIVEN));
        return this;
    }

    public Scene finding(ConflictFinding what) {
        return finding(what, CHILD_PROTECTION);
    }

    public Scene fear(ProtectionFear what) {
        fear = what;
        return this;
    }

    public Scene reflecting() {
        reflectionFrom = GIVEN;
        return this;
    }

    public Scene reflectionLifted() {
        return reflectionLifted(GIVEN);
    }

    public Scene reflectionLifted(Instant when) {
        reflectionLifted = Optional.of(when);
        return this;
    }

    public Scene agreed(Agreement... more) {
        agreements.addAll(List.of(more));
        return this;
    }

    /** The same agreement under another id, between others, and with further terms. */
    public static Agreement varied(Agreement agreement, String id, Parties parties, AgreementTerms terms) {
        return new Agreement(
                id,
                agreement.version(),
                parties,
                agreement.purposes(),
                agreement.categories(),
                agreement.validFrom(),
                agreement.validUntil(),
                agreement.onwardAllowed(),
                agreement.retentionDays(),
                agreement.lawReference(),
                terms);
    }

    public static Agreement corridor(Set<Purpose> purposes, Set<Category> categories, Instant from, Instant until) {
        return new Agreement(
                "tj-kz-2026",
                1,
                new Parties.Countries(Set.of(TJ, KZ)),
                purposes,
                categories,
                from,
                until,
                false,
                60,
                "Memorandum of 2026, article 4");
    }

    public static Agreement corridor() {
        return corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(Category.CONTACT), GIVEN, END);
    }

    public Scene basis(StandaloneBasis basis) {
        bases.add(basis);
        return this;
    }

    public Scene breakGlass() {
        return breakGlass(Optional.empty(), false, NOW.minusSeconds(60), NOW.plusSeconds(3600));
    }

    public Scene breakGlass(Optional<String> second, boolean reviewOpen, Instant from, Instant until) {
        return basis(new StandaloneBasis.BreakGlass(
                id("glass"),
                recipient.agency(),
                BreakGlassReason.LIFE_AT_RISK,
                "u-9",
                second,
                reviewOpen,
                from,
                until));
    }

    public Scene bestInterests(Party by, Set<Category> what, Instant until) {
        return basis(new StandaloneBasis.BestInterests(
                id("best interests"), by, recipient.agency(), purpose.orElseThrow(), what, GIVEN, until));
    }

    public Scene duty(String code, Instant until) {
        return basis(new StandaloneBasis.StatutoryDuty(id("duty"), code, recipient.agency(), GIVEN, until));
    }

    public Scene courtOrder(Jurisdiction court, Party recordedBy, String second, boolean told, Instant until) {
        return basis(new StandaloneBasis.CourtOrder(
                id("order"),
                court,
                recipient.agency(),
                Set.of(Category.LEGAL),
                Sha256.of("ef".repeat(32)),
                recordedBy.agency(),
                "u-1",
                second,
                told,
                GIVEN,
                until));
    }

    public Scene childProtectionRequest(Party by, Instant until) {
        return basis(new StandaloneBasis.ChildProtectionRequest(
                id("request"), by, recipient.agency(), purpose.orElseThrow(), GIVEN, until));
    }

    public Scene noConsent() {
        noConsent = true;
        return this;
    }

    public Scene grants(Grant... instead) {
        plainGrant = false;
        grants.addAll(List.of(instead));
        return this;
    }

    public Scene alsoGrant(Grant more) {
        grants.add(more);
        return this;
    }

    public Scene then(ConsentEvent event) {
        later.add(event);
        return this;
    }

    public Scene form(Form how) {
        form = how;
        return this;
    }

    public Scene witness(Party who) {
        witness = Optional.of(who);
        return this;
    }

    public Scene unrelatedInterpreter() {
        interpreter = Optional.of(new Notice.Interpreter("i-5", true));
        return this;
    }

    public Scene relatedInterpreter() {
        interpreter = Optional.of(new Notice.Interpreter("i-4", false));
        return this;
    }

    public Scene conditional() {
        notConditional = false;
        return this;
    }

    public Scene overheard() {
        alone = false;
        return this;
    }

    public Scene inCustody() {
        custody = true;
        return this;
    }

    public Scene capacityConcern() {
        capacityConcern = true;
        return this;
    }
}
