package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;

/** Situations beside the plain one of {@link Scene}, what is asked for, and the answer. */
final class WorkedCasesTest {
    private record Worked(String situation, UnaryOperator<Scene> scene, Category category, String answer) {}

    private static final Recipient ANY_SHELTER_LISTED =
            new Recipient.KindWithin(AgencyKind.SHELTER, TJ, Set.of(SHELTER.agency()));
    private static final Duration DAY = Duration.ofDays(1);

    // spotless:off
    private static final List<Worked> CASES = List.of(
        // 1 the request
        on("the plain case",                                  s -> s,                                          CONTACT,         "consent"),
        on("no purpose",                                      s -> s.withoutPurpose(),                         CONTACT,         "purpose-missing"),
        on("consents of another case",                        s -> s.anotherCase(),                            CONTACT,         "case-mismatch"),
        on("a discloser under another country's law",         s -> s.from(SHELTER_ABROAD),                     CONTACT,         "policy-of-another-country"),

        // 2 safety-critical refusals
        on("barred for another purpose",                      s -> s.alsoGrant(bar(Purpose.RETURN)),           SERVICE_REQUEST, "safety-refusal"),
        on("barred, and the glass broken",                    s -> vital(s).alsoGrant(bar(Purpose.RETURN)),    CONTACT,         "safety-refusal"),
        on("barred after the refusal's own end",              s -> s.alsoGrant(bar(Purpose.RETURN)).at(END),   CONTACT,         "safety-refusal"),
        on("barred, all of that consent withdrawn",           s -> s.alsoGrant(bar(Purpose.RETURN)).then(withdrawAll()), CONTACT,         "safety-refusal"),
        on("barred, the bar itself withdrawn",                s -> s.alsoGrant(bar(Purpose.RETURN)).then(withdraw("bar")), CONTACT,         "consent"),
        on("an adult bars child protection",                  s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).alsoGrant(barOf(CHILD_PROTECTION)), CONTACT,         "safety-refusal"),
        on("a child can't bar child protection",              s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).aged(AgeGroup.CHILD).alsoGrant(barOf(CHILD_PROTECTION)), SERVICE_REQUEST, "consent"),
        on("another agency is barred",                        s -> s.alsoGrant(barOf(NGO)),                    CONTACT,         "consent"),

        // 3 bases that stand on their own
        on("glass broken, before acceptance",                 s -> vital(s).noConsent().notAccepted(),         HEALTH,          "break-glass"),
        on("glass broken, beyond the minimum set",            s -> vital(s),                                   IDENTITY,        "outside-basis"),
        on("glass broken for shelter placement",              s -> s.breakGlass().noConsent(),                 CONTACT,         "break-glass-purpose"),
        on("glass broken for five hours",                     s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.empty(), false, NOW, NOW.plus(Duration.ofHours(5))), CONTACT,         "break-glass-too-long"),
        on("glass broken, at its last instant",               s -> vital(s).noConsent().at(NOW.plusSeconds(3600)), CONTACT,         "break-glass-over"),
        on("glass broken alone while a review is open",       s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.empty(), true, NOW, END.minus(Duration.ofDays(30)).plusSeconds(9)), CONTACT,         "break-glass-needs-second-person"),
        on("glass broken by the same person twice",           s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.of("u-9"), true, NOW, NOW.plusSeconds(9)), CONTACT,         "break-glass-needs-second-person"),
        on("glass broken by two during a review",             s -> s.to(SHELTER, Purpose.PROTECTION).noConsent().breakGlass(Optional.of("u-8"), true, NOW, NOW.plusSeconds(9)), CONTACT,         "break-glass"),
        on("glass broken, no worker named",                   s -> vital(s).noConsent().withoutWorker(),       CONTACT,         "worker-missing"),
        on("glass broken, consent withdrawn",                 s -> vital(s).then(withdrawAll()),               CONTACT,         "break-glass"),
        on("glass broken to a consulate",                     s -> s.to(CONSULATE, Purpose.PROTECTION).noConsent().breakGlass(), SERVICE_REQUEST, "consulate-needs-grant"),
        on("glass broken abroad without agreement",           s -> s.to(SHELTER_ABROAD, Purpose.PROTECTION).noConsent().breakGlass(), CONTACT,         "agreement-missing"),
        on("best interests of a child",                       s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT,         "best-interests"),
        on("best interests, another category",                s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), IDENTITY,        "no-consent"),
        on("best interests before acceptance",                s -> child(s).notAccepted().bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT,         "not-accepted"),
        on("best interests by police",                        s -> child(s).bestInterests(POLICE, Set.of(CONTACT), END), CONTACT,         "best-interests-not-child-protection"),
        on("best interests of an adult",                      s -> s.noConsent().bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END), CONTACT,         "best-interests-not-a-child"),
        on("best interests at their end",                     s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), NOW), CONTACT,         "best-interests-over"),
        on("best interests by a foreign authority",           s -> child(s).bestInterests(new Party(AgencyId.of("kz-child"), AgencyKind.CHILD_PROTECTION, KZ), Set.of(CONTACT), END), CONTACT,         "best-interests-not-child-protection"),
        on("a duty to child protection",                      s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).noConsent().notAccepted().duty("child-at-risk", END), WHEREABOUTS,     "statutory-duty"),
        on("a duty, beyond its fixed set",                    s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).duty("child-at-risk", END), IDENTITY,        "outside-basis"),
        on("a duty to somebody else",                         s -> s.to(NGO, Purpose.PROTECTION).noConsent().duty("child-at-risk", END), CONTACT,         "duty-other-recipient"),
        on("a duty nobody knows",                             s -> s.noConsent().duty("report-all", END),      CONTACT,         "duty-unknown"),
        on("a duty abroad",                                   s -> s.to(SHELTER_ABROAD, Purpose.PROTECTION).noConsent().duty("child-at-risk", END), CONTACT,         "duty-abroad"),
        on("a duty that is over",                             s -> s.to(CHILD_PROTECTION, Purpose.PROTECTION).noConsent().duty("child-at-risk", NOW), WHEREABOUTS,     "duty-over"),
        on("a court order lifts the reflection period",       s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, END), LEGAL,           "court-order"),
        on("a court order names another category",            s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, END), EXPERIENCE,      "no-consent"),
        on("a foreign court order",                           s -> ordered(s).courtOrder(KZ, POLICE, "u-2", true, END), LEGAL,           "court-order-foreign"),
        on("a court order recorded by who asks",              s -> ordered(s).courtOrder(TJ, PROSECUTOR, "u-2", true, END), LEGAL,           "court-order-not-recorded-by-holder"),
        on("a court order recorded by one person",            s -> ordered(s).courtOrder(TJ, POLICE, "u-1", true, END), LEGAL,           "court-order-needs-two-people"),
        on("a court order nobody told the person of",         s -> ordered(s).courtOrder(TJ, POLICE, "u-2", false, END), LEGAL,           "court-order-person-not-told"),
        on("a court order that is over",                      s -> ordered(s).courtOrder(TJ, POLICE, "u-2", true, NOW), LEGAL,           "court-order-over"),
        on("glass broken for another recipient",              s -> vital(s).to(NGO, Purpose.PROTECTION).noConsent(), CONTACT,         "no-consent"),
        on("best interests for another purpose",              s -> child(s).bestInterests(CHILD_PROTECTION, Set.of(CONTACT), END).to(SHELTER, Purpose.ASSISTANCE), CONTACT,         "no-consent"),
        on("a duty for another purpose",                      s -> s.to(CHILD_PROTECTION, Purpose.RETURN).noConsent().duty("child-at-risk", END), WHEREABOUTS,     "no-consent"),

        // 4 consent
        on("no consent at all",                               s -> s.noConsent(),                              SERVICE_REQUEST, "no-consent"),
        on("a consent to another purpose",                    s -> s.grants(permit("g", SHELTER, Purpose.RETURN)), CONTACT,         "no-grant"),
        on("a consent to another recipient",                  s -> s.grants(permit("g", NGO, Purpose.SHELTER_PLACEMENT)), CONTACT,         "no-grant"),
        on("sharing granted, passing onward asked",           s -> s.onward(),                                 CONTACT,         "no-grant"),
        on("refused as well as permitted",                    s -> s.alsoGrant(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT,         "refused"),
        on("refused for another purpose",                     s -> s.alsoGrant(refusal("no", SHELTER, Purpose.RETURN)), CONTACT,         "consent"),
        on("refused by kind, this agency not listed",         s -> s.alsoGrant(grant("no", Effect.REFUSE, new Recipient.KindWithin(AgencyKind.SHELTER, TJ, Set.of()), Purpose.SHELTER_PLACEMENT, false)), CONTACT,         "refused"),
        on("before the consent was given",                    s -> s.at(GIVEN.minusMillis(1)),                 CONTACT,         "no-consent"),
        on("at the instant it was given",                     s -> s.at(GIVEN),                                CONTACT,         "consent"),
        on("one instant before the grant ends",               s -> s.at(END.minusNanos(1)),                    CONTACT,         "consent"),
        on("at the instant the grant ends",                   s -> s.at(END),                                  CONTACT,         "grant-expired"),
        on("withdrawn at this very instant",                  s -> s.then(new ConsentEvent.Withdrawn(NOW, id("consent"), Optional.empty())), CONTACT,         "consent-withdrawn"),
        on("withdrawn an instant later",                      s -> s.then(new ConsentEvent.Withdrawn(NOW.plusNanos(1), id("consent"), Optional.empty())), CONTACT,         "consent"),
        on("invalidated",                                     s -> s.then(new ConsentEvent.Invalidated(GIVEN, id("consent"))), CONTACT,         "consent-invalidated"),
        on("disputed",                                        s -> s.then(new ConsentEvent.Disputed(GIVEN, id("consent"))), CONTACT,         "consent-disputed"),
        on("disputed, then reconfirmed",                      s -> s.then(new ConsentEvent.Disputed(GIVEN, id("consent"))).then(new ConsentEvent.Reconfirmed(NOW, id("consent"))), CONTACT,         "consent"),
        on("withdrawn, then reconfirmed",                     s -> s.then(withdrawAll()).then(new ConsentEvent.Reconfirmed(NOW, id("consent"))), CONTACT,         "consent-withdrawn"),
        on("granted by kind, listed",                         s -> s.grants(grant("g", Effect.PERMIT, ANY_SHELTER_LISTED, Purpose.SHELTER_PLACEMENT, false)), CONTACT,         "consent"),
        on("granted by kind, not listed",                     s -> s.grants(grant("g", Effect.PERMIT, new Recipient.KindWithin(AgencyKind.SHELTER, TJ, Set.of(NGO.agency())), Purpose.SHELTER_PLACEMENT, false)), CONTACT,         "no-grant"),
        on("a consulate granted by kind",                     s -> s.to(CONSULATE, Purpose.RETURN).grants(grant("g", Effect.PERMIT, new Recipient.KindWithin(AgencyKind.CONSULATE, TJ, Set.of(CONSULATE.agency())), Purpose.RETURN, false)), SERVICE_REQUEST, "recipient-must-be-named"),
        on("identity abroad, granted by kind",                s -> s.to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).grants(grant("g", Effect.PERMIT, new Recipient.KindWithin(AgencyKind.SHELTER, KZ, Set.of(SHELTER_ABROAD.agency())), Purpose.SHELTER_PLACEMENT, false)), IDENTITY,        "identity-abroad-needs-name"),
        on("a related interpreter",                           s -> s.relatedInterpreter(),                     CONTACT,         "interpreter-related"),
        on("a consent with a condition",                      s -> s.conditional(),                            SERVICE_REQUEST, "consent-conditional"),
        on("a thumbprint without a witness",                  s -> s.form(Form.THUMBPRINT_WITNESSED),          CONTACT,         "witness-missing"),
        on("witnessed by who recorded it",                    s -> s.form(Form.ORAL_WITNESSED).witness(POLICE), CONTACT,         "witness-missing"),
        on("witnessed by another agency",                     s -> s.form(Form.ORAL_WITNESSED).witness(NGO),   CONTACT,         "consent"),
        on("by telephone, contact",                           s -> s.form(Form.ORAL_PHONE),                    CONTACT,         "consent"),
        on("by telephone, identity",                          s -> s.form(Form.ORAL_PHONE),                    IDENTITY,        "oral-phone-category"),
        on("by telephone, after 72 hours",                    s -> s.form(Form.ORAL_PHONE).after(Duration.ofHours(72)), CONTACT,         "oral-phone-over"),
        on("in custody, to a prosecutor",                     s -> investigated(s).inCustody(),                IDENTITY,        "given-in-custody"),
        on("in custody, to a shelter",                        s -> s.inCustody(),                              CONTACT,         "consent"),
        on("overheard, to a consulate",                       s -> s.to(CONSULATE, Purpose.RETURN).overheard(), TRAVEL,          "not-spoken-alone"),
        on("a doubt on capacity, to a prosecutor",            s -> investigated(s).capacityConcern(),          IDENTITY,        "capacity-concern"),
        on("police recorded, no non-state witness",           s -> s.to(PROSECUTOR, Purpose.INVESTIGATION).witness(PROSECUTOR), IDENTITY,        "non-state-witness-missing"),
        on("police recorded, an NGO witnessed",               s -> investigated(s),                            IDENTITY,        "consent"),
        on("a mandate that ended",                            s -> s.givenBy(new GivenBy(Role.LEGAL_REPRESENTATIVE, Optional.of("court-appointment"), Optional.of(NOW), ChildAssent.NOT_ASKED)), CONTACT,         "mandate-over"),
        on("a representative without mandate",                s -> s.givenBy(new GivenBy(Role.LEGAL_REPRESENTATIVE, Optional.empty(), Optional.empty(), ChildAssent.NOT_ASKED)), CONTACT,         "mandate-missing"),
        on("a guardian of an adult",                          s -> s.guardian().finding(ConflictFinding.NONE), CONTACT,         "guardian-grants-ended"),
        on("another agency refused",                          s -> s.alsoGrant(refusal("no", NGO, Purpose.SHELTER_PLACEMENT)), CONTACT,         "consent"),
        on("another kind refused",                            s -> s.alsoGrant(grant("no", Effect.REFUSE, new Recipient.KindWithin(AgencyKind.NGO, TJ, Set.of()), Purpose.SHELTER_PLACEMENT, false)), CONTACT,         "consent"),
        on("shelters of another country refused",             s -> s.alsoGrant(grant("no", Effect.REFUSE, new Recipient.KindWithin(AgencyKind.SHELTER, KZ, Set.of()), Purpose.SHELTER_PLACEMENT, false)), CONTACT,         "consent"),
        on("an interpreter without relation",                 s -> s.unrelatedInterpreter(),                   CONTACT,         "consent"),
        on("a representative's refusal",                      s -> s.givenBy(new GivenBy(Role.LEGAL_REPRESENTATIVE, Optional.of("court-appointment"), Optional.of(NOW), ChildAssent.NOT_ASKED)).alsoGrant(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT,         "refused"),
        on("a guardian's refusal for an adult",               s -> s.guardian().grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)), CONTACT,         "guardian-grants-ended"),

        // children
        on("a child alone asks for help",                     s -> s.aged(AgeGroup.CHILD),                     SERVICE_REQUEST, "consent"),
        on("a child alone, beyond stage 1",                   s -> s.aged(AgeGroup.CHILD),                     CONTACT,         "child-cannot-consent"),
        on("undetermined age, beyond stage 1",                s -> s.aged(AgeGroup.UNDETERMINED),              CONTACT,         "child-cannot-consent"),
        on("a guardian without finding",                      s -> s.aged(AgeGroup.CHILD).guardian(),          CONTACT,         "guardian-finding-missing"),
        on("a guardian without finding, stage 1",             s -> s.aged(AgeGroup.CHILD).guardian(),          SERVICE_REQUEST, "guardian-finding-missing"),
        on("a guardian with conflict",                        s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.CONFLICT), CONTACT,         "guardian-conflict"),
        on("a guardian found free by police",                 s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE, POLICE), CONTACT,         "guardian-finding-missing"),
        on("a guardian found free by child protection",       s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE), CONTACT,         "consent"),
        on("a guardian, the child not asked",                 s -> s.aged(AgeGroup.CHILD).finding(ConflictFinding.NONE).givenBy(new GivenBy(Role.GUARDIAN, Optional.empty(), Optional.empty(), ChildAssent.NOT_ASKED)), CONTACT,         "child-assent-missing"),
        on("a guardian, on the first possible birthday",      s -> s.comingOfAge(NOW, END).guardian().finding(ConflictFinding.NONE), CONTACT,         "guardian-grants-ended"),
        on("the person, given after that birthday",           s -> s.comingOfAge(GIVEN, END),                  CONTACT,         "consent"),
        on("the person, given before that birthday",          s -> s.comingOfAge(NOW, END),                    CONTACT,         "child-cannot-consent"),
        on("child protection asks for stage 1",               s -> child(s).notAccepted().childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-protection-request"),
        on("child protection's request, beyond",              s -> child(s).childProtectionRequest(CHILD_PROTECTION, END), CONTACT,         "no-consent"),
        on("the same request by police",                      s -> child(s).childProtectionRequest(POLICE, END), SERVICE_REQUEST, "child-request-not-child-protection"),
        on("the same request for an adult",                   s -> s.noConsent().childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-request-not-a-child"),
        on("the same request at its end",                     s -> child(s).childProtectionRequest(CHILD_PROTECTION, NOW), SERVICE_REQUEST, "child-request-over"),
        on("a refusal by a guardian with conflict",           s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.CONFLICT).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "child-protection-request"),
        on("a refusal by the child",                          s -> s.aged(AgeGroup.CHILD).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "refused"),
        on("a refusal by a guardian found free",              s -> s.aged(AgeGroup.CHILD).guardian().finding(ConflictFinding.NONE).grants(refusal("no", SHELTER, Purpose.SHELTER_PLACEMENT)).childProtectionRequest(CHILD_PROTECTION, END), SERVICE_REQUEST, "refused"),
        on("child protection's request, another purpose",     s -> child(s).childProtectionRequest(CHILD_PROTECTION, END).to(SHELTER, Purpose.ASSISTANCE), SERVICE_REQUEST, "no-consent"),

        // 5 need to know
        on("health to a non-health agency",                   s -> s.to(NGO, Purpose.ASSISTANCE),              HEALTH,          "beyond-need-to-know"),
        on("legal to a shelter",                              s -> s,                                          LEGAL,           "beyond-need-to-know"),
        on("anything for statistics",                         s -> s.to(NGO, Purpose.STATISTICS),              SERVICE_REQUEST, "beyond-need-to-know"),
        on("no worker named",                                 s -> s.withoutWorker(),                          CONTACT,         "worker-missing"),
        on("a colleague who isn't assigned",                  s -> s.colleague(),                              CONTACT,         "worker-not-assigned"),
        on("a colleague, stage 1",                            s -> s.colleague(),                              SERVICE_REQUEST, "consent"),

        // 6 agreement
        on("abroad without agreement",                        s -> abroad(s),                                  CONTACT,         "agreement-missing"),
        on("abroad under an agreement",                       s -> abroad(s).agreed(Scene.corridor()),         CONTACT,         "consent"),
        on("abroad, category not in the agreement",           s -> abroad(s).agreed(Scene.corridor()),         FAMILY,          "agreement-excludes"),
        on("abroad, agreement not begun",                     s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), NOW.plus(DAY), END)), CONTACT,         "agreement-not-yet"),
        on("abroad, agreement at its end",                    s -> abroad(s).agreed(Scene.corridor(Set.of(Purpose.SHELTER_PLACEMENT), Set.of(CONTACT), GIVEN, NOW)), CONTACT,         "agreement-over"),
        on("abroad, an agreement with somebody else",         s -> s.to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT).agreed(Scene.corridor()).to(new Party(AgencyId.of("uz-shelter"), AgencyKind.SHELTER, Jurisdiction.of("UZ")), Purpose.SHELTER_PLACEMENT), CONTACT,         "agreement-missing"),

        // 7 stage
        on("identity before acceptance",                      s -> s.notAccepted(),                            IDENTITY,        "not-accepted"),
        on("identity before anybody is assigned",             s -> s.notAccepted().withoutWorker(),            IDENTITY,        "not-accepted"),
        on("stage 1 in an offer",                             s -> s.offer().withoutWorker(),                  SERVICE_REQUEST, "consent"),
        on("identity in an offer",                            s -> s.offer(),                                  IDENTITY,        "not-accepted"),
        on("a prosecutor in the reflection period",           s -> investigated(s).reflecting(),               IDENTITY,        "reflection-period"),
        on("stage 1 to police in the reflection period",      s -> s.to(POLICE, Purpose.PROTECTION).from(NGO).reflecting(), SERVICE_REQUEST, "reflection-period"),
        on("the person asked for its end",                    s -> investigated(s).reflecting().reflectionLifted(), IDENTITY,        "consent"),
        on("the person asks for its end tomorrow",            s -> investigated(s).reflecting().reflectionLifted(NOW.plus(DAY)), IDENTITY,        "reflection-period"),
        on("a shelter in the reflection period",              s -> s.reflecting(),                             IDENTITY,        "consent"),
        on("a named consulate, no fear",                      s -> s.to(CONSULATE, Purpose.RETURN),            TRAVEL,          "consent"),
        on("a named consulate, fear",                         s -> s.to(CONSULATE, Purpose.RETURN).fear(ProtectionFear.YES), SERVICE_REQUEST, "protection-fear"),
        on("a named consulate, fear not known",               s -> s.to(CONSULATE, Purpose.RETURN).fear(ProtectionFear.UNKNOWN), SERVICE_REQUEST, "protection-fear"));
    // spotless:on

    @TestFactory
    List<DynamicTest> answers() {
        return CASES.stream()
                .map(worked -> DynamicTest.dynamicTest(
                        worked.situation() + ": " + worked.category().code() + " → " + worked.answer(),
                        () -> assertEquals(worked.answer(), answer(worked))))
                .toList();
    }

    @Test
    void everyReasonOfADecisionIsWorkedThrough() {
        Set<String> worked = new HashSet<>();
        CASES.forEach(one -> worked.add(one.answer()));
        List<ReasonCode> missing = EnumSet.allOf(ReasonCode.class).stream()
                .filter(reason -> !worked.contains(reason.code()))
                .toList();

        assertEquals(
                List.of(
                        ReasonCode.GRANT_NOT_YET,
                        ReasonCode.CONSENT_SUPERSEDED,
                        ReasonCode.AGREEMENT_FORBIDS_ONWARD,
                        ReasonCode.NOT_HELD),
                missing,
                "worked in DecisionsTest instead");
    }

    private static String answer(Worked worked) {
        return worked.scene()
                .apply(new Scene())
                .decide(worked.category())
                .fold(
                        permit -> permit.basis().type().code(),
                        withhold -> withhold.reason().code());
    }

    private static Worked on(String situation, UnaryOperator<Scene> scene, Category category, String answer) {
        return new Worked(situation, scene, category, answer);
    }

    private static Grant bar(Purpose purpose) {
        return grant("bar", Effect.REFUSE, new Recipient.ExactAgency(SHELTER.agency()), purpose, true);
    }

    private static Grant barOf(Party party) {
        return grant("bar", Effect.REFUSE, new Recipient.ExactAgency(party.agency()), Purpose.RETURN, true);
    }

    private static ConsentEvent withdrawAll() {
        return new ConsentEvent.Withdrawn(GIVEN, id("consent"), Optional.empty());
    }

    private static ConsentEvent withdraw(String grant) {
        return new ConsentEvent.Withdrawn(GIVEN, id("consent"), Optional.of(Set.of(id(grant))));
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

    private static Scene abroad(Scene scene) {
        return scene.to(SHELTER_ABROAD, Purpose.SHELTER_PLACEMENT);
    }
}
