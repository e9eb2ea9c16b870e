package org.paivand.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.group.GroupDesk.Named;
import org.paivand.handover.HandOver;
import org.paivand.handover.HandOverConsent;
import org.paivand.handover.HandOverDesk;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.referral.GroupOffers;
import org.paivand.referral.OfferedGroup;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.TogetherNotice;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** Some who came from one place, each a case of the same officer's, for the same shelter. */
public final class Family {
    public final List<Scene> members;
    public final List<UUID> consents;
    private final TestNode node;

    private Family(TestNode node, List<Scene> members, List<UUID> consents) {
        this.node = node;
        this.members = members;
        this.consents = consents;
    }

    /** Each agreed to be asked for with the others, and to the service request and the identity; nobody is linked yet. */
    public static Family of(TestNode node, int size) throws Exception {
        List<Scene> members = new ArrayList<>();
        List<UUID> consents = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Scene scene = Scene.policeAndShelter(node);
            members.add(scene);
            consents.add(agreed(scene));
        }
        return new Family(node, members, consents);
    }

    public static UUID agreed(Scene scene) throws Exception {
        return scene.recorded(
                        TogetherNotice.ID, GivenBy.subject(), scene.grant(Category.SERVICE_REQUEST, Category.IDENTITY))
                .consentId();
    }

    public UUID linked() {
        return linked(GroupConstraint.KEEP_TOGETHER);
    }

    public UUID linked(GroupConstraint constraint) {
        return node.groups()
                .link(members.get(0).controller, TestNode.key(), LinkKind.FAMILY_UNIT, named(cases(), constraint))
                .group()
                .id();
    }

    public List<CaseId> cases() {
        return members.stream().map(scene -> scene.caseId).toList();
    }

    static List<Named> named(List<CaseId> cases, GroupConstraint constraint) {
        return IntStream.range(0, cases.size())
                .mapToObj(i -> new Named(new CaseGroup.Member(cases.get(i), constraint), "/members/" + i + "/caseId"))
                .toList();
    }

    public GroupOffers.Wanted wanted(UUID group) {
        return wanted(group, cases());
    }

    public GroupOffers.Wanted wanted(UUID group, List<CaseId> cases) {
        Scene first = members.get(0);
        return new GroupOffers.Wanted(
                group,
                cases,
                first.recipient.agency(),
                first.purpose,
                Urgency.URGENT,
                List.of(ServiceType.SHELTER),
                Optional.empty());
    }

    public OfferedGroup offer(UUID group) throws Exception {
        return offer(TestNode.key(), wanted(group));
    }

    public OfferedGroup offer(IdempotencyKey key, GroupOffers.Wanted wanted) throws Exception {
        return node.groupOffers().offer(members.get(0).controller, UUID.randomUUID(), key, wanted);
    }

    /** Another agency takes the case of that member over. */
    public Caller handOver(int member) throws Exception {
        Caller next = TestNode.caller("tj-ngo-psychosocial", "counsellor", Role.REFERRER);
        Scene scene = members.get(member);
        Scene towards = scene.towards("tj-ngo-psychosocial", Purpose.ASSISTANCE);
        UUID agreed = towards.recorded(
                        HandOverConsent.NOTICE, GivenBy.subject(), towards.grant(Category.SERVICE_REQUEST))
                .consentId();
        HandOver proposed = node.handOvers()
                .propose(
                        scene.controller,
                        UUID.randomUUID(),
                        TestNode.key(),
                        scene.caseId,
                        new HandOverDesk.Wanted(next.agency(), Purpose.ASSISTANCE, agreed));
        node.handOvers().accept(next, UUID.randomUUID(), proposed.proposal().id());
        return next;
    }

    /** Two of the controller's erase the case of that member. */
    public void erase(int member) throws Exception {
        Scene scene = members.get(member);
        UUID approval = node.erasures()
                .propose(scene.controller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
        node.erasures()
                .decide(
                        TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER),
                        UUID.randomUUID(),
                        scene.caseId,
                        approval,
                        Verdict.CONFIRM);
    }

    /** The referral of that member. */
    public ReferralId referral(OfferedGroup offered, int member) {
        return offered.members().stream()
                .map(stored -> stored.referral().request())
                .filter(request -> request.caseId().equals(members.get(member).caseId))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
