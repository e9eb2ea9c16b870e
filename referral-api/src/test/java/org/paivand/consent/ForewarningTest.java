package org.paivand.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.caller.Role;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.problem.ProblemException;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** What is told when a consent is recorded that will not carry what it says. */
@Timeout(60)
class ForewarningTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    private Scene scene;

    /** How a consent was taken, plainly unless a test says otherwise. */
    private record Taking(
            Form form, boolean alone, boolean custody, boolean capacity, Optional<Party> witness, GivenBy by) {
        static final Taking PLAIN = new Taking(Form.WRITTEN, true, false, false, Optional.empty(), GivenBy.subject());

        Taking by(Form how) {
            return new Taking(how, alone, custody, capacity, witness, by);
        }

        Taking given(boolean spokenAlone, boolean inCustody, boolean capacityConcern) {
            return new Taking(form, spokenAlone, inCustody, capacityConcern, witness, by);
        }

        Taking witnessedBy(Party who) {
            return new Taking(form, alone, custody, capacity, Optional.of(who), by);
        }

        Taking by(GivenBy who) {
            return new Taking(form, alone, custody, capacity, witness, who);
        }
    }

    @BeforeEach
    void aCase() throws Exception {
        scene = Scene.policeAndShelter(node);
    }

    @Test
    void warnsOfNothingWhereAllIsWell() throws Exception {
        assertEquals(List.of(), warnings(Taking.PLAIN, shelter(Category.SERVICE_REQUEST, Category.IDENTITY)));
    }

    @Test
    void warnsThatAConsentInCustodyCarriesNothingForAnInvestigationAndKeepsIt() throws Exception {
        Party ngo = party("tj-ngo-psychosocial");
        UnaryOperator<Taking> witnessed = taking -> taking.witnessedBy(ngo);

        assertEquals(
                Set.of(ReasonCode.GIVEN_IN_CUSTODY),
                reasons(witnessed.apply(Taking.PLAIN.given(true, true, false)), investigation()));
        assertEquals(
                Set.of(ReasonCode.NOT_SPOKEN_ALONE),
                reasons(witnessed.apply(Taking.PLAIN.given(false, false, false)), investigation()));
        assertEquals(
                Set.of(ReasonCode.CAPACITY_CONCERN),
                reasons(witnessed.apply(Taking.PLAIN.given(true, false, true)), investigation()));
        assertEquals(
                Set.of(ReasonCode.NON_STATE_WITNESS_MISSING),
                reasons(Taking.PLAIN.witnessedBy(party("tj-clinic-dushanbe")), investigation()));
        assertEquals(
                4, node.consents().read(scene.controller, scene.caseId).events().size());
    }

    @Test
    void warnsOfFormsThatLackAWitnessOrReachNoFurther() throws Exception {
        Grant grant = shelter(Category.SERVICE_REQUEST, Category.IDENTITY);

        assertEquals(Set.of(ReasonCode.WITNESS_MISSING), reasons(Taking.PLAIN.by(Form.THUMBPRINT_WITNESSED), grant));
        assertEquals(
                Set.of(ReasonCode.WITNESS_MISSING),
                reasons(Taking.PLAIN.by(Form.ORAL_WITNESSED), shelter(Category.IDENTITY)));
        List<Forewarning> byTelephone =
                warnings(Taking.PLAIN.by(Form.ORAL_PHONE), shelter(Category.SERVICE_REQUEST, Category.IDENTITY));
        assertEquals(1, byTelephone.size());
        assertEquals(ReasonCode.ORAL_PHONE_CATEGORY, byTelephone.get(0).reason());
        assertEquals(Set.of(Category.IDENTITY), byTelephone.get(0).categories());
    }

    @Test
    void tellsWhatAnotherConsentCarriesNothingOf() throws Exception {
        warnings(Taking.PLAIN, shelter(Category.IDENTITY));

        assertEquals(
                Set.of(ReasonCode.WITNESS_MISSING),
                reasons(Taking.PLAIN.by(Form.THUMBPRINT_WITNESSED), shelter(Category.IDENTITY)));
    }

    @Test
    void warnsOfARefusalThatStandsInTheWay() throws Exception {
        Grant permit = shelter(Category.IDENTITY);
        warnings(
                Taking.PLAIN,
                new Grant(
                        UUID.randomUUID(),
                        Effect.REFUSE,
                        permit.purpose(),
                        permit.categories(),
                        permit.recipient(),
                        permit.actions(),
                        permit.notBefore(),
                        permit.notAfter(),
                        false));

        assertEquals(Set.of(ReasonCode.REFUSED), reasons(Taking.PLAIN, permit));
    }

    @Test
    void warnsOfAChildsGuardianNobodyHasLookedAtAndRefusesOneInConflict() throws Exception {
        scene.write(Category.SERVICE_REQUEST, 1, sample -> sample.replace("\"adult\"", "\"child\""));
        Taking guardian = Taking.PLAIN.by(new GivenBy(
                org.paivand.disclosure.consent.Role.GUARDIAN,
                Optional.of("parent"),
                Optional.empty(),
                ChildAssent.GIVEN));
        assertEquals(Set.of(ReasonCode.GUARDIAN_FINDING_MISSING), reasons(guardian, shelter(Category.IDENTITY)));

        Scene protection = scene.towards("tj-child-protection-dushanbe");
        warnings(
                Taking.PLAIN,
                grant("tj-child-protection-dushanbe", Purpose.SHELTER_PLACEMENT, Category.SERVICE_REQUEST));
        UUID referral = protection.accepted().value();
        node.protection()
                .find(
                        TestNode.caller("tj-child-protection-dushanbe", "worker-three", Role.CHILD_PROTECTION),
                        UUID.randomUUID(),
                        referral,
                        ConflictFinding.CONFLICT);

        ProblemException refused =
                assertThrows(ProblemException.class, () -> warnings(guardian, shelter(Category.IDENTITY)));
        assertEquals(
                List.of(new ProblemException.RequestError("/givenBy/role", "guardian-conflict")),
                refused.extensions().errors());
    }

    private Set<ReasonCode> reasons(Taking taking, Grant grant) throws Exception {
        return Set.copyOf(
                warnings(taking, grant).stream().map(Forewarning::reason).toList());
    }

    private List<Forewarning> warnings(Taking taking, Grant grant) throws Exception {
        Party controller = party(scene.controller.agency().value());
        return node.consents()
                .record(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        Optional.empty(),
                        (id, alias) -> new ConsentRecord(
                                id,
                                1,
                                alias,
                                new Notice("notice", 1, Sha256.digest(new byte[0]), "tg", Optional.empty()),
                                controller,
                                controller.jurisdiction(),
                                "code",
                                taking.form(),
                                taking.alone(),
                                taking.custody(),
                                taking.capacity(),
                                taking.witness(),
                                Optional.empty(),
                                Optional.of(scene.controller.user()),
                                taking.by(),
                                true,
                                List.of(grant)))
                .forewarnings();
    }

    private static Party party(String agency) {
        return node.directory().agency(new AgencyId(agency)).orElseThrow().party();
    }

    private Grant shelter(Category... categories) {
        return grant(Scene.SHELTER, Purpose.SHELTER_PLACEMENT, categories);
    }

    private Grant investigation() {
        return grant("tj-police-khatlon", Purpose.INVESTIGATION, Category.MESSAGE);
    }

    private Grant grant(String to, Purpose purpose, Category... categories) {
        Grant plain = scene.grant(categories);
        return new Grant(
                UUID.randomUUID(),
                Effect.PERMIT,
                purpose,
                plain.categories(),
                new Recipient.ExactAgency(new AgencyId(to)),
                Set.of(Action.SHARE),
                plain.notBefore(),
                plain.notAfter(),
                false);
    }
}
