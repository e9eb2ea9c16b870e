package org.paivand.disclosure.decision;

import static org.paivand.disclosure.Category.CONTACT;
import static org.paivand.disclosure.Category.EXPERIENCE;
import static org.paivand.disclosure.Category.FAMILY;
import static org.paivand.disclosure.Category.HEALTH;
import static org.paivand.disclosure.Category.IDENTITY;
import static org.paivand.disclosure.Category.LEGAL;
import static org.paivand.disclosure.Category.SERVICE_REQUEST;
import static org.paivand.disclosure.Category.TRAVEL;
import static org.paivand.disclosure.Category.WHEREABOUTS;
import static org.paivand.disclosure.decision.Scene.CHILD_PROTECTION;
import static org.paivand.disclosure.decision.Scene.CONSULATE;
import static org.paivand.disclosure.decision.Scene.END;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.KZ;
import static org.paivand.disclosure.decision.Scene.LEGAL_AID;
import static org.paivand.disclosure.decision.Scene.NGO;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.POLICE;
import static org.paivand.disclosure.decision.Scene.PROSECUTOR;
import static org.paivand.disclosure.decision.Scene.SHELTER;
import static org.paivand.disclosure.decision.Scene.SHELTER_ABROAD;
import static org.paivand.disclosure.decision.Scene.TJ;
import static org.paivand.disclosure.decision.Scene.grant;
import static org.paivand.disclosure.decision.Scene.id;
import static org.paivand.disclosure.decision.Scene.permit;
import static org.paivand.disclosure.decision.Scene.refusal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementTerms;
import org.paivand.disclosure.policy.Parties;

/**
 * Situations beside the plain one of {@link Scene}, what is asked for, and the answer, each written by hand. Both the test of
 * the decision and the page docs/decisions-by-example.md.
 */
final class WorkedCases {
    /**
     * One line of the table.
     *
     * @param situation what differs from the plain case, in a lawyer's English
     * @param answer the reason's code; or the basis' code, with the masks behind it
     */
    record Worked(String situation, UnaryOperator<Scene> scene, Category category, String answer) {
        Scene at() {
            return scene.apply(new Scene());
        }
    }

    /** The cases of one step, with what the step asks. */
    record Chapter(String title, String rule, List<Worked> cases) {}

    private static final Recipient ANY_SHELTER_LISTED = kind(AgencyKind.SHELTER, TJ, SHELTER);
    private static final Parties.Countries COUNTRIES = new Parties.Countries(Set.of(TJ, KZ));
    private static final Duration DAY = Duration.ofDays(1);

    private WorkedCases() {}

    static List<Chapter> chapters() {
        return List.of(
                new Chapter(
                        "1. The request",
                        "It says what the data is for, and the rules of the right country are asked.",
                        REQUEST),
                new Chapter(
                        "2. Safety-critical refusals",
                        "Whom the person has barred for their safety gets nothing, on no basis.",
                        REFUSALS),
                new Chapter(
                        "3a. Emergency access (break-glass)",
                        "Life at risk, for minutes to hours, and a fixed minimum set.",
                        EMERGENCY),
                new Chapter(
                        "3b. Best interests of a child",
                        "Decided by child protection, category by category.",
                        BEST_INTERESTS),
                new Chapter(
                        "3c. Duties to report",
                        "What law lays down: a fixed recipient and a fixed minimum set.",
                        DUTIES),
                new Chapter(
                        "3d. Court orders",
                        "Of a court of this country, recorded by the agency that holds the data.",
                        ORDERS),
                new Chapter(
                        "4a. Consent: what it covers",
                        "A refusal beats every permission; a live permission must name it all.",
                        CONSENT),
                new Chapter(
                        "4b. Consent: from when until when",
                        "Beginnings count, ends don't: at the very instant of an end it is over.",
                        TIME),
                new Chapter(
                        "4c. Consent: how it was given",
                        "A consent must be free, informed and in due form before it carries anything.",
                        FORM),
                new Chapter("4d. Children", "Whoever may be under eighteen is treated as a child.", CHILDREN),
                new Chapter(
                        "5. Need to know",
                        "However much was consented to, nobody gets more than their work needs.",
                        NEED),
                new Chapter(
                        "6. Agreements",
                        "Abroad, only under an agreement in force that covers purpose and category; where several do, each of them must.",
                        AGREEMENTS),
                new Chapter(
                        "7. Stage",
                        "First the request without a name; the rest after acceptance, and not to be used against the person.",
                        STAGES));
    }

    static List<Worked> all() {
        return chapters().stream().flatMap(chapter -> chapter.cases().stream()).toList();
    }

    // spotless:off
    private static final List<Worked> REQUEST = List.of(
        row("The plain case, with nothing changed.",
            s -> s, CONTACT, "consent"),
        row("The request names no purpose. None is guessed.",
            s -> s.withoutPurpose(), CONTACT, "purpose-missing"),
        row("The consents that were found belong to another case.",
            s -> s.anotherCase(), CONTACT, "case-mismatch"),
        row("The agency that holds the data is under another country's law.",
            s -> s.from(SHELTER_ABROAD), CONTACT, "policy-of-another-country"));

    private static final List<Worked> REFUSALS = List.of(
        row("For their safety the person barred this shelter, though the refusal speaks of another purpose.",
            s -> s.alsoGrant(bar(Purpose.RETURN)), SERVICE_REQUEST, "safety-refusal"),
        row("The person barred this shelter, and an emergency officer opened emergency access for it.",
            s -> vital(s).alsoGrant(bar(Purpose.RETURN)), CONTACT, "safety-refusal"),
        row("The person barred this shelter until a date that has passed. A bar doesn't end by date.",
            s -> s.alsoGrant(bar(Purpose.RETURN)).at(END), CONTACT, "safety-refusal"),
        row("The person barred this shelter and later withdrew the consent as a whole. Its refusals stay.",
            s -> s.alsoGrant(bar(Purpose.RETURN)).then(withdrawAll()), CONTACT, "safety-refusal"),
        row("The person barred this shelter and later took that bar itself back.",
            s -> s.alsoGrant(bar(Purpose.RETURN)).then(withdraw("bar")), CONTACT, "consent"),
        row("The person took the bar back, and then undid that.",
            s -> s.alsoGrant(bar(Purpose.RETURN)).then(withdraw("bar")).then(restored("bar")), CONTACT, "safety-refusal"),
        row("An adult barred child protection.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).alsoGrant(barOf(CHILD_PROTECTION)), CONTACT, "safety-refusal"),
        row("A child barred child protection. Nobody bars child protection from a child.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).aged(AgeGroup.CHILD).alsoGrant(barOf(CHILD_PROTECTION)), SERVICE_REQUEST, "consent"),
        row("The person barred another agency.",
            s -> s.alsoGrant(barOf(NGO)), CONTACT, "consent"),
        row("The person barred one worker of the shelter, and it is this worker who asks.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-101")), CONTACT, "worker-barred"),
        row("The person barred one worker of the shelter, who asks for the request without a name.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-102")).colleague().notAccepted(), SERVICE_REQUEST, "worker-barred"),
        row("The person barred one worker of the shelter, for whom an emergency officer opened emergency access.",
            s -> vital(s).alsoGrant(barWorker(SHELTER, "w-101")), CONTACT, "worker-barred"),
        row("The person barred one worker of the shelter; another one asks.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-102")), CONTACT, "consent"),
        row("The person barred a worker of another agency, whose pseudonym is the same.",
            s -> s.alsoGrant(barWorker(NGO, "w-101")), CONTACT, "consent"),
        row("The person barred one worker of the shelter, and nobody says who will read.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-102")).withoutWorker(), SERVICE_REQUEST, "worker-missing"),
        row("The person barred one worker of the shelter. The shelter is offered the request all the same; nobody reads it yet.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-101")).withoutWorker().offer(), SERVICE_REQUEST, "consent"),
        row("The person barred one worker of the shelter until a date that has passed. A bar doesn't end by date.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-101")).at(END), CONTACT, "worker-barred"),
        row("The person barred one worker of the shelter and later took that bar itself back.",
            s -> s.alsoGrant(barWorker(SHELTER, "w-101")).then(withdraw("bar")), CONTACT, "consent"),
        row("A child barred one worker of child protection. Another one reads; child protection itself isn't barred.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).aged(AgeGroup.CHILD).alsoGrant(barWorker(CHILD_PROTECTION, "w-101")), SERVICE_REQUEST, "worker-barred"));

    private static final List<Worked> EMERGENCY = List.of(
        row("Nobody consented and the shelter hasn't accepted, but an emergency officer opened emergency access for an hour.",
            s -> vital(s).noConsent().notAccepted(), HEALTH, "break-glass"),
        row("Emergency access was opened; identity isn't in the minimum set, even if it was consented to.",
            s -> vital(s), IDENTITY, "outside-basis"),
        row("Emergency access was opened in order to find a shelter place, which is no emergency.",
            s -> s.breakGlass().noConsent(), CONTACT, "break-glass-purpose"),
        row("Emergency access was opened for five hours.",
            s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.empty(), false, NOW, NOW.plus(Duration.ofHours(5))), CONTACT, "break-glass-too-long"),
        row("Emergency access is asked at the very instant at which it ends.",
            s -> vital(s).noConsent().at(NOW.plusSeconds(3600)), CONTACT, "break-glass-over"),
        row("One officer alone opened emergency access while an earlier one still waits for its review.",
            s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.empty(), true, NOW, NOW.plusSeconds(9)), CONTACT, "break-glass-needs-second-person"),
        row("The same, and the officer named themself as the second person.",
            s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.of("u-9"), true, NOW, NOW.plusSeconds(9)), CONTACT, "break-glass-needs-second-person"),
        row("The same, and another person confirmed it. An open review never blocks the next emergency.",
            s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.of("u-8"), true, NOW, NOW.plusSeconds(9)), CONTACT, "break-glass"),
        row("Emergency access was opened, and nobody is named who will read the data.",
            s -> vital(s).noConsent().withoutWorker(), CONTACT, "worker-missing"),
        row("Emergency access was opened after the person had withdrawn their consent (which isn't a bar).",
            s -> vital(s).then(withdrawAll()), CONTACT, "break-glass"),
        row("Emergency access was opened for a consulate.",
            s -> s.to(CONSULATE, Purpose.PROTECTION).noConsent().breakGlass(), SERVICE_REQUEST, "consulate-needs-grant"),
        row("Emergency access was opened for a shelter abroad, and there is no agreement with that country.",
            s -> s.to(SHELTER_ABROAD, Purpose.PROTECTION).noConsent().breakGlass(), CONTACT, "agreement-missing"),
        row("Emergency access was opened for another recipient than the one that asks.",
            s -> vital(s).to(NGO, Purpose.PROTECTION).noConsent(), CONTACT, "no-consent"));

    private static final List<Worked> BEST_INTERESTS = List.of(
        row("Child protection decided that the shelter gets this child's contact.",
            s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT, "best-interests"),
        row("Child protection decided on contact; identity is asked.",
            s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), IDENTITY, "no-consent"),
        row("Child protection decided on contact, and the shelter hasn't accepted yet.",
            s -> child(s).notAccepted().bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT, "not-accepted"),
        row("Police decided on a child's best interests.",
            s -> child(s).bestInterests(POLICE, Set.of(CONTACT), END), CONTACT, "best-interests-not-child-protection"),
        row("Child protection of another country decided.",
            s -> child(s).bestInterests(new Party(AgencyId.of("kz-child"), AgencyKind.CHILD_PROTECTION, KZ), Set.of(CONTACT), END), CONTACT, "best-interests-not-child-protection"),
        row("Child protection decided about an adult.",
            s -> s.noConsent().bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT, "best-interests-not-a-child"),
        row("Child protection's decision ends at this very instant.",
            s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), NOW), CONTACT, "best-interests-over"),
        row("Child protection decided for shelter placement; the shelter asks for assistance.",
            s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END).to(SHELTER, Purpose.ASSISTANCE), CONTACT, "no-consent"));

    private static final List<Worked> DUTIES = List.of(
        row("A child is at risk, so law obliges the holder to tell child protection, before anybody accepts or consents.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).noConsent().notAccepted().duty("child-at-risk", END), WHEREABOUTS, "statutory-duty"),
        row("The same duty; identity isn't in its fixed set.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).duty("child-at-risk", END), IDENTITY, "outside-basis"),
        row("The duty names child protection; an NGO asks.",
            s -> s.to(NGO, Purpose.PROTECTION).noConsent().duty("child-at-risk", END), CONTACT, "duty-other-recipient"),
        row("A duty that the rules don't know.",
            s -> s.noConsent().duty("report-all", END), CONTACT, "duty-unknown"),
        row("The duty is to be met abroad.",
            s -> s.to(SHELTER_ABROAD, Purpose.PROTECTION).noConsent().duty("child-at-risk", END), CONTACT, "duty-abroad"),
        row("The time in which the duty is met is over at this very instant.",
            s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).noConsent().duty("child-at-risk", NOW), WHEREABOUTS, "duty-over"),
        row("The duty serves protection; child protection asks in order to return the child.",
            s -> s.to(CHILD_PROTECTION, Purpose.RETURN).noConsent().duty("child-at-risk", END), WHEREABOUTS, "no-consent"));

    private static final List<Worked> ORDERS = List.of(
        row("A court ordered the legal section for the prosecutor, within the reflection period.",
            s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, END), LEGAL, "court-order"),
        row("The same order; what the person lived through isn't named in it.",
            s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, END), EXPERIENCE, "no-consent"),
        row("A court of another country ordered it.",
            s -> ordered(s).courtOrder(KZ, POLICE, "u-2", true, END), LEGAL, "court-order-foreign"),
        row("The prosecutor who asks recorded the order themself.",
            s -> ordered(s).courtOrder(TJ, PROSECUTOR, "u-2", true, END), LEGAL, "court-order-not-recorded-by-holder"),
        row("One person recorded and checked the order.",
            s -> ordered(s).courtOrder(TJ, POLICE, "u-1", true, END), LEGAL, "court-order-needs-two-people"),
        row("Nobody has told the person of the order.",
            s -> ordered(s).courtOrder(TJ, POLICE, "u-2", false, END), LEGAL, "court-order-person-not-told"),
        row("The order ends at this very instant.",
            s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, NOW), LEGAL, "court-order-over"));

    private static final List<Worked> CONSENT = List.of(
        row("Nobody has recorded any consent.",
            s -> s.noConsent(), SERVICE_REQUEST, "no-consent"),
        row("The person consented to this shelter for return; shelter placement is asked.",
            s -> s.grants(permit("g", SHELTER, Purpose.RETURN)), CONTACT, "no-grant"),
        row("The person consented to an NGO; the shelter asks.",
            s -> s.grants(permit("g", NGO, Purpose.SHELTER_PLACEMENT)), CONTACT, "no-grant"),
        row("The person consented to sharing; passing onward is asked.",
            s -> s.onward(), CONTACT, "no-grant"),
        row("The person both permitted and refused this. The refusal wins, whichever is newer.",
            s -> s.alsoGrant(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT, "refused"),
        row("The person refused this shelter for return; shelter placement is asked.",
            s -> s.alsoGrant(refusal("no", SHELTER, Purpose.RETURN)), CONTACT, "consent"),
        row("The person refused all shelters of the country, and no list of them was shown.",
            s -> s.alsoGrant(grant("no", Effect.REFUSE, kind(AgencyKind.SHELTER, TJ), Purpose.SHELTER_PLACEMENT, false)), CONTACT, "refused"),
        row("The person refused another agency.",
            s -> s.alsoGrant(refusal("no", NGO, Purpose.SHELTER_PLACEMENT)), CONTACT, "consent"),
        row("The person refused another kind of agency.",
            s -> s.alsoGrant(grant("no", Effect.REFUSE, kind(AgencyKind.NGO, TJ), Purpose.SHELTER_PLACEMENT, false)), CONTACT, "consent"),
        row("The person refused the shelters of another country.",
            s -> s.alsoGrant(grant("no", Effect.REFUSE, kind(AgencyKind.SHELTER, KZ), Purpose.SHELTER_PLACEMENT, false)), CONTACT, "consent"),
        row("The person consented to the shelters on a list, and this one was on it.",
            s -> s.grants(grant("g", Effect.PERMIT, ANY_SHELTER_LISTED, Purpose.SHELTER_PLACEMENT, false)), CONTACT, "consent"),
        row("The person consented to the shelters on a list, and this one joined later.",
            s -> s.grants(grant("g", Effect.PERMIT, kind(AgencyKind.SHELTER, TJ, NGO), Purpose.SHELTER_PLACEMENT, false)), CONTACT, "no-grant"),
        row("The person consented to consulates on a list. A consulate must be named.",
            s -> s.to(CONSULATE, Purpose.RETURN).grants(grant("g", Effect.PERMIT, kind(AgencyKind.CONSULATE, TJ, CONSULATE), Purpose.RETURN, false)), SERVICE_REQUEST, "recipient-must-be-named"),
        row("The person consented to shelters abroad on a list; identity is asked.",
            s -> s.to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).grants(grant("g", Effect.PERMIT, kind(AgencyKind.SHELTER, KZ, SHELTER_ABROAD), Purpose.SHELTER_PLACEMENT, false)), IDENTITY, "identity-abroad-needs-name"));

    private static final List<Worked> TIME = List.of(
        row("A thousandth of a second before the consent was given.",
            s -> s.at(GIVEN.minusMillis(1)), CONTACT, "no-consent"),
        row("At the instant at which it was given.",
            s -> s.at(GIVEN), CONTACT, "consent"),
        row("The permission begins a day from now.",
            s -> s.grants(lasting(NOW.plus(DAY), END)), CONTACT, "grant-not-yet"),
        row("The permission begins at this very instant.",
            s -> s.grants(lasting(NOW, END)), CONTACT, "consent"),
        row("The last instant before the permission ends.",
            s -> s.at(END.minusNanos(1)), CONTACT, "consent"),
        row("The instant at which the permission ends.",
            s -> s.at(END), CONTACT, "grant-expired"),
        row("The person withdraws at this very instant.",
            s -> s.then(new ConsentEvent.Withdrawn(NOW, id("consent"), Optional.empty())), CONTACT, "consent-withdrawn"),
        row("The person withdraws an instant later.",
            s -> s.then(new ConsentEvent.Withdrawn(NOW.plusNanos(1), id("consent"), Optional.empty())), CONTACT, "consent"),
        row("The person withdrew, and then undid the withdrawal.",
            s -> s.then(withdraw("plain")).then(restored("plain")), CONTACT, "consent"),
        row("The person undid the withdrawal, but the permission has ended since by its own date.",
            s -> s.then(withdraw("plain")).then(restored("plain")).at(END), CONTACT, "grant-expired"),
        row("The consent was found invalid.",
            s -> s.then(new ConsentEvent.Invalidated(GIVEN, id("consent"))), CONTACT, "consent-invalidated"),
        row("Another consent took its place, and doesn't cover this.",
            s -> s.then(new ConsentEvent.Superseded(GIVEN, id("consent"), id("newer"))), CONTACT, "consent-superseded"),
        row("Somebody contests the consent.",
            s -> s.then(disputed()), CONTACT, "consent-disputed"),
        row("Somebody contested the consent, and the person stood by it.",
            s -> s.then(disputed()).then(new ConsentEvent.Reconfirmed(NOW, id("consent"))), CONTACT, "consent"),
        row("Somebody contested the consent, and the recipient says that the person agreed. That is for the person to say.",
            s -> s.then(disputed()).then(new ConsentEvent.Confirmed(NOW, id("consent"), SHELTER.agency())), CONTACT, "consent-disputed"),
        row("The person withdrew. Standing by the consent later doesn't bring it back; only a new one, or undoing the withdrawal, does.",
            s -> s.then(withdrawAll()).then(new ConsentEvent.Reconfirmed(NOW, id("consent"))), CONTACT, "consent-withdrawn"));

    private static final List<Worked> FORM = List.of(
        row("The interpreter didn't declare to be unrelated to those involved.",
            s -> s.relatedInterpreter(), CONTACT, "interpreter-related"),
        row("The interpreter declared to be unrelated.",
            s -> s.unrelatedInterpreter(), CONTACT, "consent"),
        row("Help was made to depend on the consent.",
            s -> s.conditional(), SERVICE_REQUEST, "consent-conditional"),
        row("A thumbprint, and no witness.",
            s -> s.form(Form.THUMBPRINT_WITNESSED), CONTACT, "witness-missing"),
        row("Spoken, and witnessed by the agency that recorded it.",
            s -> s.form(Form.ORAL_WITNESSED).witness(POLICE), CONTACT, "witness-missing"),
        row("Spoken, and witnessed by another agency.",
            s -> s.form(Form.ORAL_WITNESSED).witness(NGO), CONTACT, "consent"),
        row("By telephone; contact is asked.",
            s -> s.form(Form.ORAL_PHONE), CONTACT, "consent"),
        row("By telephone; identity is asked.",
            s -> s.form(Form.ORAL_PHONE), IDENTITY, "oral-phone-category"),
        row("By telephone, 72 hours ago.",
            s -> s.form(Form.ORAL_PHONE).after(Duration.ofDays(3)), CONTACT, "oral-phone-over"),
        row("Given in custody, to a prosecutor.",
            s -> investigated(s).inCustody(), IDENTITY, "given-in-custody"),
        row("Given in custody, to a shelter.",
            s -> s.inCustody(), CONTACT, "consent"),
        row("The person wasn't spoken to alone; a consulate asks.",
            s -> s.to(CONSULATE, Purpose.RETURN).overheard(), TRAVEL, "not-spoken-alone"),
        row("There was doubt whether the person could decide freely; a prosecutor asks.",
            s -> investigated(s).capacityConcern(), IDENTITY, "capacity-concern"),
        row("Police recorded consent to investigation, and the witness was a prosecutor.",
            s -> s.to(PROSECUTOR, Purpose.INVESTIGATION).witness(PROSECUTOR), IDENTITY, "non-state-witness-missing"),
        row("Police recorded consent to investigation, and an NGO witnessed it.",
            s -> investigated(s), IDENTITY, "consent"),
        row("A representative consented, and the mandate ends at this very instant.",
            s -> s.givenBy(representative(Optional.of(NOW))), CONTACT, "mandate-over"),
        row("A representative consented and showed no mandate.",
            s -> s.givenBy(new GivenBy(Role.LEGAL_REPRESENTATIVE, Optional.empty(), Optional.empty(), ChildAssent.NOT_ASKED)), CONTACT, "mandate-missing"),
        row("A representative refused, and the mandate has ended since. The refusal stays.",
            s -> s.givenBy(representative(Optional.of(NOW))).alsoGrant(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT, "refused"));

    private static final List<Worked> CHILDREN = List.of(
        row("A child asks for help on their own; the request without a name is asked.",
            s -> s.aged(AgeGroup.CHILD), SERVICE_REQUEST, "consent"),
        row("A child consented on their own; contact is asked.",
            s -> s.aged(AgeGroup.CHILD), CONTACT, "child-cannot-consent"),
        row("The same for somebody whose age isn't known.",
            s -> s.aged(AgeGroup.UNDETERMINED), CONTACT, "child-cannot-consent"),
        row("A guardian consented, and child protection hasn't looked at the guardian.",
            s -> s.aged(AgeGroup.CHILD).guardian(), CONTACT, "guardian-finding-missing"),
        row("The same; even the request without a name waits.",
            s -> s.aged(AgeGroup.CHILD).guardian(), SERVICE_REQUEST, "guardian-finding-missing"),
        row("Child protection found that the guardian has a conflict of interest.",
            s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.CONFLICT), CONTACT, "guardian-conflict"),
        row("Police found the guardian free of conflict. That is for child protection.",
            s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE, POLICE), CONTACT, "guardian-finding-missing"),
        row("Child protection found the guardian free of conflict, and the child agreed.",
            s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE), CONTACT, "consent"),
        row("The same, and the child wasn't asked.",
            s -> s.aged(AgeGroup.CHILD).finding(ConflictFinding.NONE).givenBy(new GivenBy(Role.GUARDIAN, Optional.empty(), Optional.empty(), ChildAssent.NOT_ASKED)), CONTACT, "child-assent-missing"),
        row("A guardian consented for an adult.",
            s -> s.guardian().finding(ConflictFinding.NONE), CONTACT, "guardian-grants-ended"),
        row("A guardian refused for an adult.",
            s -> s.guardian().grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT, "guardian-grants-ended"),
        row("A guardian consented, and today is the first day on which the person may be eighteen.",
            s -> s.comingOfAge(NOW, END).guardian().finding(ConflictFinding.NONE), CONTACT, "guardian-grants-ended"),
        row("The person consented on the first day on which they may have been eighteen.",
            s -> s.comingOfAge(GIVEN, END), CONTACT, "consent"),
        row("The person consented before that day.",
            s -> s.comingOfAge(NOW, END), CONTACT, "child-cannot-consent"),
        row("Child protection asks that a child be offered to this shelter; the request without a name is asked.",
            s -> child(s).notAccepted().childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-protection-request"),
        row("The same; contact is asked.",
            s -> child(s).childProtectionRequest(CHILD_PROTECTION, END), CONTACT, "no-consent"),
        row("Police ask that a child be offered.",
            s -> child(s).childProtectionRequest(POLICE, END), SERVICE_REQUEST, "child-request-not-child-protection"),
        row("Child protection asks that an adult be offered.",
            s -> s.noConsent().childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-request-not-a-child"),
        row("Child protection's request ends at this very instant.",
            s -> child(s).childProtectionRequest(CHILD_PROTECTION, NOW), SERVICE_REQUEST, "child-request-over"),
        row("Child protection's request was for shelter placement; the shelter asks for assistance.",
            s -> child(s).childProtectionRequest(CHILD_PROTECTION, END).to(SHELTER, Purpose.ASSISTANCE), SERVICE_REQUEST, "no-consent"),
        row("Child protection asks, and a guardian with a conflict of interest refused. That guardian isn't heard.",
            s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.CONFLICT).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-protection-request"),
        row("Child protection asks, and a guardian without conflict refused.",
            s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "refused"),
        row("Child protection asks, and the child refused.",
            s -> s.aged(AgeGroup.CHILD).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "refused"));

    private static final List<Worked> NEED = List.of(
        row("Health is asked by an agency that gives no medical care.",
            s -> s.to(NGO, Purpose.ASSISTANCE), HEALTH, "beyond-need-to-know"),
        row("A shelter asks for the legal section.",
            s -> s, LEGAL, "beyond-need-to-know"),
        row("Anything of a person for statistics. Statistics have rows of their own, without persons.",
            s -> s.to(NGO, Purpose.STATISTICS), SERVICE_REQUEST, "beyond-need-to-know"),
        row("Nobody is named who will read the data.",
            s -> s.withoutWorker(), CONTACT, "worker-missing"),
        row("A colleague asks who isn't assigned to the referral.",
            s -> s.colleague(), CONTACT, "worker-not-assigned"),
        row("The same; the request without a name is asked.",
            s -> s.colleague(), SERVICE_REQUEST, "consent"),
        row("Identity for a place in a shelter: the year of birth is enough.",
            s -> s, IDENTITY, "consent, birth-year-only"),
        row("Identity for legal aid by a lawyer, who needs the whole date.",
            s -> s.to(LEGAL_AID, Purpose.LEGAL_AID), IDENTITY, "consent"),
        row("Contact for a named consulate: how, and not where, the person is reached.",
            s -> s.to(CONSULATE, Purpose.RETURN), CONTACT, "consent, contact-without-address"),
        row("Contact for a prosecutor, who reaches the person through the agency that helps them.",
            s -> investigated(s), CONTACT, "consent, contact-without-address"),
        row("The journey for a shelter on the way: the number of the passport isn't needed.",
            s -> s.to(SHELTER, Purpose.RETURN), TRAVEL, "consent, document-without-number"));

    private static final List<Worked> AGREEMENTS = List.of(
        row("A shelter abroad asks, and there is no agreement with that country.",
            s -> abroad(s), CONTACT, "agreement-missing"),
        row("The same under an agreement that covers contact for shelter placement.",
            s -> abroad(s).agreed(Scene.corridor()), CONTACT, "consent"),
        row("The same agreement; family is asked.",
            s -> abroad(s).agreed(Scene.corridor()), FAMILY, "agreement-excludes"),
        row("The agreement begins tomorrow.",
            s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), NOW.plus(DAY), END)), CONTACT, "agreement-not-yet"),
        row("The agreement ends at this very instant.",
            s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), GIVEN, NOW)), CONTACT, "agreement-over"),
        row("The agreement is with another country.",
            s -> abroad(s).agreed(Scene.corridor()).to(new Party(AgencyId.of("uz-shelter"), AgencyKind.SHELTER, Jurisdiction.of("UZ")), Purpose.SHELTER_PLACEMENT), CONTACT, "agreement-missing"),
        row("The person consented to passing onward; the agreement forbids it.",
            s -> abroad(s).agreed(Scene.corridor()).onward().grants(onward()), CONTACT, "agreement-forbids-onward"),
        row("The agreement ends one second from now.",
            s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), GIVEN, NOW.plusSeconds(1))), CONTACT, "consent"),
        row("The agreement begins at this very instant.",
            s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), NOW, END)), CONTACT, "consent"),
        row("The agreement is in force and names another purpose only.",
            s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.LEGAL_AID), Set.of(CONTACT), GIVEN, END)), CONTACT, "agreement-excludes"),
        row("The agreement lets only NGOs receive.",
            s -> abroad(s).agreed(terms(COUNTRIES, receivedBy(AgencyKind.NGO))), CONTACT, "agreement-excludes-recipient"),
        row("The agreement lets NGOs and shelters receive.",
            s -> abroad(s).agreed(terms(COUNTRIES, receivedBy(AgencyKind.NGO, AgencyKind.SHELTER))), CONTACT, "consent"),
        row("The agreement has contact and health, and for shelter placement contact alone. Contact is asked.",
            s -> abroad(s).agreed(contactOnlyForShelter()), CONTACT, "consent"),
        row("The agreement has contact and health, and for shelter placement contact alone. Health is asked.",
            s -> abroad(s).agreed(contactOnlyForShelter()), HEALTH, "agreement-above-ceiling"),
        row("The agreement is between the countries' NGOs; police and a shelter are none.",
            s -> abroad(s).agreed(terms(ngos(), AgreementTerms.NONE)), CONTACT, "agreement-missing"),
        row("Two agreements bind the two sides: the countries' has contact, their own has contact and health. Contact is asked.",
            s -> abroad(s).agreed(Scene.corridor(), ofTheTwo(CONTACT, HEALTH)), CONTACT, "consent"),
        row("Two agreements bind the two sides: the countries' has contact, their own has contact and health. Health is asked.",
            s -> abroad(s).agreed(Scene.corridor(), ofTheTwo(CONTACT, HEALTH)), HEALTH, "agreement-excludes"),
        row("Two agreements bind the two sides: the countries' has contact, their own has legal alone. Contact is asked.",
            s -> abroad(s).agreed(Scene.corridor(), ofTheTwo(LEGAL)), CONTACT, "agreement-excludes"),
        row("The countries' agreement covers contact; one of the two sides' own, which doesn't, ended at this very instant.",
            s -> abroad(s).agreed(Scene.corridor(), over(ofTheTwo(LEGAL))), CONTACT, "consent"),
        row("The countries' agreement covers contact; the two sides' own is about another purpose.",
            s -> abroad(s).agreed(Scene.corridor(), about(Purpose.LEGAL_AID, ofTheTwo(LEGAL))), CONTACT, "consent"),
        row("Two agreements bind the two sides, and one of them forbids passing onward, to which the person consented.",
            s -> abroad(s).agreed(Scene.corridor(), ofTheTwo(CONTACT)).onward().grants(onward()), CONTACT, "agreement-forbids-onward"));

    private static final List<Worked> STAGES = List.of(
        row("The shelter hasn't accepted.",
            s -> s.notAccepted(), IDENTITY, "not-accepted"),
        row("The shelter hasn't accepted, and nobody is assigned.",
            s -> s.notAccepted().withoutWorker(), IDENTITY, "not-accepted"),
        row("The referral is being offered; the request without a name goes with it.",
            s -> s.offer().withoutWorker(), SERVICE_REQUEST, "consent"),
        row("The referral is being offered; identity doesn't go with it.",
            s -> s.offer(), IDENTITY, "not-accepted"),
        row("A prosecutor asks within the reflection period.",
            s -> investigated(s).reflecting(), IDENTITY, "reflection-period"),
        row("An NGO tells police within the reflection period; even the request without a name waits.",
            s -> s.to(POLICE, Purpose.PROTECTION).from(NGO).reflecting(), SERVICE_REQUEST, "reflection-period"),
        row("The person asked that the reflection period end.",
            s -> investigated(s).reflecting().reflectionLifted(), IDENTITY, "consent"),
        row("The person asked that it end tomorrow.",
            s -> investigated(s).reflecting().reflectionLifted(NOW.plus(DAY)), IDENTITY, "reflection-period"),
        row("A shelter asks within the reflection period, which holds back investigators alone.",
            s -> s.reflecting(), CONTACT, "consent"),
        row("A consulate that the person named, and whose authorities they don't fear.",
            s -> s.to(CONSULATE, Purpose.RETURN), TRAVEL, "consent"),
        row("The person fears their own authorities.",
            s -> s.to(CONSULATE, Purpose.RETURN).fear(ProtectionFear.YES), SERVICE_REQUEST, "protection-fear"),
        row("Nobody has asked the person whether they fear their own authorities.",
            s -> s.to(CONSULATE, Purpose.RETURN).fear(ProtectionFear.UNKNOWN), SERVICE_REQUEST, "protection-fear"));
    // spotless:on

    private static Worked row(String situation, UnaryOperator<Scene> scene, Category category, String answer) {
        return new Worked(situation, scene, category, answer);
    }

    private static Recipient kind(AgencyKind kind, Jurisdiction within, Party... listed) {
        return new Recipient.KindWithin(
                kind,
                within,
                Set.copyOf(List.of(listed).stream().map(Party::agency).toList()));
    }

    private static GivenBy representative(Optional<Instant> until) {
        return new GivenBy(Role.LEGAL_REPRESENTATIVE, Optional.of("court-appointment"), until, ChildAssent.NOT_ASKED);
    }

    private static Grant lasting(Instant from, Instant until) {
        return new Grant(
                id("lasting"),
                Effect.PERMIT,
                Purpose.SHELTER_PLACEMENT,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(SHELTER.agency()),
                Set.of(Action.SHARE),
                from,
                until,
                false);
    }

    private static Grant onward() {
        return new Grant(
                id("onward"),
                Effect.PERMIT,
                Purpose.SHELTER_PLACEMENT,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(SHELTER_ABROAD.agency()),
                EnumSet.allOf(Action.class),
                GIVEN,
                END,
                false);
    }

    private static Grant bar(Purpose purpose) {
        return grant("bar", Effect.REFUSE, new Recipient.ExactAgency(SHELTER.agency()), purpose, true);
    }

    private static Grant barOf(Party party) {
        return grant("bar", Effect.REFUSE, new Recipient.ExactAgency(party.agency()), Purpose.RETURN, true);
    }

    private static Grant barWorker(Party party, String worker) {
        return grant(
                "bar",
                Effect.REFUSE,
                new Recipient.OneWorker(party.agency(), WorkerId.of(worker)),
                Purpose.RETURN,
                true);
    }

    private static ConsentEvent disputed() {
        return new ConsentEvent.Disputed(GIVEN, id("consent"));
    }

    private static ConsentEvent withdrawAll() {
        return new ConsentEvent.Withdrawn(GIVEN, id("consent"), Optional.empty());
    }

    private static ConsentEvent withdraw(String grant) {
        return new ConsentEvent.Withdrawn(GIVEN, id("consent"), Optional.of(Set.of(id(grant))));
    }

    private static ConsentEvent restored(String grant) {
        return new ConsentEvent.Restored(NOW, id("consent"), Set.of(id(grant)));
    }

    private static Scene vital(Scene scene) {
        return scene.to(SHELTER, Purpose.PROTECTION).breakGlass();
    }

    private static Scene child(Scene scene) {
        return scene.aged(AgeGroup.CHILD).noConsent();
    }

    private static Scene ordered(Scene scene) {
        return scene.to(PROSECUTOR, Purpose.PROSECUTION).noConsent().reflecting();
    }

    private static Scene investigated(Scene scene) {
        return scene.to(PROSECUTOR, Purpose.INVESTIGATION).witness(NGO);
    }

    private static Agreement terms(Parties parties, AgreementTerms terms) {
        return Scene.varied(Scene.corridor(), "tj-kz-2026", parties, terms);
    }

    private static AgreementTerms receivedBy(AgencyKind... kinds) {
        return new AgreementTerms(
                Map.of(), Optional.of(Set.of(kinds)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Agreement contactOnlyForShelter() {
        Agreement wide = Scene.corridor(
                Set.of(Purpose.SHELTER_PLACEMENT, Purpose.MEDICAL_CARE), Set.of(CONTACT, HEALTH), GIVEN, END);
        return Scene.varied(
                wide,
                wide.id(),
                COUNTRIES,
                new AgreementTerms(
                        Map.of(Purpose.SHELTER_PLACEMENT, Set.of(CONTACT)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Parties ngos() {
        return new Parties.Kinds(COUNTRIES, Set.of(AgencyKind.NGO));
    }

    private static Agreement ofTheTwo(Category... categories) {
        return own(Purpose.SHELTER_PLACEMENT, Set.of(categories), END);
    }

    private static Agreement over(Agreement agreement) {
        return own(Purpose.SHELTER_PLACEMENT, agreement.categories(), NOW);
    }

    private static Agreement about(Purpose purpose, Agreement agreement) {
        return own(purpose, agreement.categories(), END);
    }

    private static Agreement own(Purpose purpose, Set<Category> categories, Instant until) {
        return new Agreement(
                "police-and-shelter",
                1,
                new Parties.Agencies(Set.of(POLICE.agency(), SHELTER_ABROAD.agency())),
                Set.of(purpose),
                categories,
                GIVEN,
                until,
                true,
                30,
                "Letters of 2026");
    }

    private static Scene abroad(Scene scene) {
        return scene.to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT);
    }
}
