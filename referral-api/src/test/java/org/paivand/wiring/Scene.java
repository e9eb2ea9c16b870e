package org.paivand.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.json.Samples;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.Urgency;
import org.paivand.consent.ConsentDesk;
import org.paivand.disclosure.Action;
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
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.paper.FormNumber;
import org.paivand.referral.Move;
import org.paivand.referral.Offer;
import org.paivand.referral.ReferralId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.LoggedDisclosure;

/** One case between a controller and a recipient, and the steps that both take. */
public final class Scene {
    public static final String POLICE = "tj-police-dushanbe";
    public static final String SHELTER = "tj-shelter-north";

    public final TestNode node;
    public final Caller controller;
    public final Caller recipient;
    public final Purpose purpose;
    public final CaseId caseId;
    public final UUID alias;

    private Scene(TestNode node, Caller controller, Caller recipient, Purpose purpose, CaseId caseId) {
        this.node = node;
        this.controller = controller;
        this.recipient = recipient;
        this.purpose = purpose;
        this.caseId = caseId;
        this.alias = node.consents().read(controller, caseId).caseRef();
    }

    /** A police officer's case with a service request and an identity, for a shelter. */
    public static Scene policeAndShelter(TestNode node) throws Exception {
        Scene scene = between(node, POLICE, SHELTER, Purpose.SHELTER_PLACEMENT);
        scene.write(Category.SERVICE_REQUEST, 0);
        scene.write(Category.IDENTITY, 0);
        return scene;
    }

    /** An empty case. */
    public static Scene between(TestNode node, String controller, String recipient, Purpose purpose) {
        Caller from = TestNode.caller(controller, "officer-one", Role.REFERRER);
        CaseFile opened = node.cases().open(from, TestNode.key());
        Caller to = TestNode.caller(recipient, "worker-one", Role.PROVIDER);
        return new Scene(node, from, to, purpose, opened.id());
    }

    /** The same case, towards another recipient. */
    public Scene towards(String another) {
        return towards(another, purpose);
    }

    /** The same case, towards another recipient for another purpose. */
    public Scene towards(String another, Purpose wanted) {
        return new Scene(node, controller, TestNode.caller(another, "worker-two", Role.PROVIDER), wanted, caseId);
    }

    /** Writes the sample of the category over that version. */
    public int write(Category category, int expected) throws Exception {
        return write(category, expected, sample -> sample);
    }

    public int write(Category category, int expected, UnaryOperator<String> change) throws Exception {
        return node.cases()
                .write(controller, caseId, section(category, change), expected)
                .version();
    }

    /** The sample of the category, changed. */
    public static Section section(Category category, UnaryOperator<String> change) throws Exception {
        String sample = Objects.requireNonNull(Samples.SECTIONS.get(category));
        return Sections.parse(category, change.apply(sample).getBytes(StandardCharsets.UTF_8));
    }

    /** A grant to the recipient from now on, for a day. */
    public Grant grant(Category... categories) {
        Instant now = node.clock.instant();
        return new Grant(
                UUID.randomUUID(),
                Effect.PERMIT,
                purpose,
                Set.copyOf(Arrays.asList(categories)),
                new Recipient.ExactAgency(recipient.agency()),
                Set.of(Action.SHARE),
                now.minusSeconds(1),
                now.plus(Duration.ofDays(1)),
                false);
    }

    public UUID consent(Grant... grants) throws Exception {
        return recorded(GivenBy.subject(), grants).consentId();
    }

    public ConsentDesk.Recorded recorded(GivenBy giver, Grant... grants) throws Exception {
        return recorded(TestNode.key(), Optional.empty(), "notice", giver, grants);
    }

    /** What was said after that notice had been shown. */
    public ConsentDesk.Recorded recorded(String notice, GivenBy giver, Grant... grants) throws Exception {
        return recorded(TestNode.key(), Optional.empty(), notice, giver, grants);
    }

    /** Typed in from a form. */
    public ConsentDesk.Recorded recorded(IdempotencyKey key, Optional<FormNumber> form, Grant... grants)
            throws Exception {
        return recorded(key, form, "notice", GivenBy.subject(), grants);
    }

    private ConsentDesk.Recorded recorded(
            IdempotencyKey key, Optional<FormNumber> form, String notice, GivenBy giver, Grant... grants)
            throws Exception {
        Party party = node.directory().agency(controller.agency()).orElseThrow().party();
        return node.consents()
                .record(
                        controller,
                        UUID.randomUUID(),
                        key,
                        caseId,
                        form,
                        (id, caseRef) -> new ConsentRecord(
                                id,
                                1,
                                caseRef,
                                new Notice(notice, 1, Sha256.digest(new byte[0]), "tg", Optional.empty()),
                                party,
                                party.jurisdiction(),
                                "code",
                                Form.WRITTEN,
                                true,
                                false,
                                false,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(controller.user()),
                                giver,
                                true,
                                List.of(grants)));
    }

    public ConsentDesk.Recorded withdraw(UUID consentId) throws Exception {
        return withdraw(consentId, Optional.empty());
    }

    public ConsentDesk.Recorded withdraw(UUID consentId, Optional<Set<UUID>> grants) throws Exception {
        return node.consents().withdraw(controller, UUID.randomUUID(), TestNode.key(), caseId, consentId, grants);
    }

    public ReferralId offer(ServiceType... services) throws Exception {
        return offer(TestNode.key(), services);
    }

    public ReferralId offer(IdempotencyKey key, ServiceType... services) throws Exception {
        Offer.Wanted wanted = new Offer.Wanted(caseId, recipient.agency(), purpose, Urgency.URGENT, List.of(services));
        return node.offers()
                .offer(controller, UUID.randomUUID(), key, wanted)
                .stored()
                .referral()
                .request()
                .id();
    }

    /** A referral that the recipient accepted and to which it assigned its worker. */
    public ReferralId accepted() throws Exception {
        ReferralId referral = offer(ServiceType.SHELTER);
        node.referrals().move(recipient, referral, Optional.empty(), Move.accept());
        node.referrals()
                .assign(
                        recipient,
                        referral,
                        Optional.empty(),
                        recipient.worker().orElseThrow());
        return referral;
    }

    public LoggedDisclosure pull(ReferralId referral, Category... categories) throws Exception {
        return node.pulls()
                .pull(recipient, UUID.randomUUID(), TestNode.key(), referral, Set.copyOf(Arrays.asList(categories)));
    }
}
