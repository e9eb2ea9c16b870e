package org.paivand.group;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.release.TogetherNotice;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** A mother whose case is the police's, and her son, whose case is an NGO's. Each permits the other's agency to know, and the shelter. */
public final class Joint {
    public static final String NGO = "tj-ngo-psychosocial";

    public final Scene mother;
    public final Scene son;
    public final Caller officer;
    public final Caller counsellor;
    public UUID mothers;
    public UUID sons;

    private Joint(Scene mother, Scene son) throws Exception {
        this.mother = mother;
        this.son = son;
        this.officer = mother.controller;
        this.counsellor = son.controller;
        this.mothers = permit(mother, NGO);
        this.sons = permit(son, Scene.POLICE);
    }

    public static Joint of(TestNode node) throws Exception {
        return new Joint(controlledBy(node, Scene.POLICE), controlledBy(node, NGO));
    }

    /** Of whom nobody said yet that they belong to somebody. */
    public static Scene controlledBy(TestNode node, String agency) throws Exception {
        Scene scene = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        int unusedVersion = scene.write(Category.SERVICE_REQUEST, 0);
        return scene;
    }

    /** The person lets that agency know, and the shelter. */
    public static UUID permit(Scene scene, String other) throws Exception {
        return record(scene, 2, true, GivenBy.subject(), permitting(scene, other), permitting(scene, Scene.SHELTER));
    }

    /** The person lets that agency know, and nobody else. */
    public static UUID permitOnly(Scene scene, String other) throws Exception {
        return record(scene, 2, true, GivenBy.subject(), permitting(scene, other));
    }

    static Grant permitting(Scene scene, String agency) {
        Instant now = scene.node.clock.instant();
        return new Grant(
                UUID.randomUUID(),
                Effect.PERMIT,
                Purpose.SHELTER_PLACEMENT,
                Set.of(Category.SERVICE_REQUEST),
                new Recipient.ExactAgency(new AgencyId(agency)),
                Set.of(Action.SHARE),
                now.minusSeconds(1),
                now.plus(Duration.ofDays(30)),
                false);
    }

    static UUID record(Scene scene, int version, boolean alone, GivenBy giver, Grant... grants) throws Exception {
        Party party = scene.node
                .directory()
                .agency(scene.controller.agency())
                .orElseThrow()
                .party();
        return scene.node
                .consents()
                .record(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        Optional.empty(),
                        (id, caseRef) -> new ConsentRecord(
                                id,
                                1,
                                caseRef,
                                new Notice(
                                        TogetherNotice.ID, version, Sha256.digest(new byte[0]), "tg", Optional.empty()),
                                party,
                                party.jurisdiction(),
                                "code",
                                Form.WRITTEN,
                                alone,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(scene.controller.user()),
                                giver,
                                true,
                                List.of(grants)))
                .consentId();
    }

    public JointLinkDesk.Proposed proposed() {
        return mother.node
                .jointLinks()
                .propose(
                        officer,
                        mother.caseId,
                        LinkKind.FAMILY_UNIT,
                        counsellor.agency(),
                        GroupConstraint.KEEP_TOGETHER);
    }

    public JointLink enter(String code) {
        return son.node.jointLinks().enter(counsellor, son.caseId, officer.agency(), code, GroupConstraint.NONE);
    }

    public JointLink linked() {
        return enter(proposed().code().inGroups());
    }
}
