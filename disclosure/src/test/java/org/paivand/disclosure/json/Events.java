package org.paivand.disclosure.json;

import static org.paivand.disclosure.decision.Scene.CASE;
import static org.paivand.disclosure.decision.Scene.GIVEN;
import static org.paivand.disclosure.decision.Scene.NOW;
import static org.paivand.disclosure.decision.Scene.id;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.Scene;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ComplaintOutcome;
import org.paivand.disclosure.event.ComplaintTopic;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.ExportScope;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.Hindsight;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.LogPlace;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.disclosure.event.NoConsentReason;
import org.paivand.disclosure.event.OutOfBandChannel;
import org.paivand.disclosure.event.Outsider;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PersonAction;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.RetentionBasis;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.StatusAct;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.policy.HandlingCode;

/** One event of each kind, with every optional part once present and once absent. */
final class Events {
    static final Sha256 HASH = Sha256.of("0123456789abcdef".repeat(4));
    private static final Counterpart SHELTER =
            new Counterpart(Scene.SHELTER.agency(), Scene.TJ, Optional.empty(), Optional.of(WorkerId.of("w-101")));
    private static final Counterpart ABROAD =
            new Counterpart(Scene.SHELTER_ABROAD.agency(), Scene.KZ, Optional.of("kz-node"), Optional.empty());
    private static final DecisionReference DECISION = new DecisionReference(id("decision"), "tj-1", HASH, HASH);
    private static final Basis CONSENT = new Basis.ByConsent(id("consent"), 2, id("grant"));
    private static final Basis GLASS = new Basis.Standalone(BasisType.BREAK_GLASS, id("glass"));

    private Events() {}

    static EventHead head(Optional<UUID> caseAlias) {
        Actor actor =
                new Actor(Scene.POLICE.agency(), "u-17", "provider", "shelter-client", caseAlias.map(UUID::toString));
        return new EventHead(id("event"), id("exchange"), NOW, caseAlias, actor);
    }

    static Disclosure disclosure() {
        return disclosure(CONSENT, SHELTER, Optional.empty(), Optional.empty());
    }

    static Disclosure disclosure(
            Basis basis, Counterpart to, Optional<EmergencyNote> note, Optional<String> authoriser) {
        return new Disclosure(
                head(Optional.of(CASE)),
                to,
                Purpose.SHELTER_PLACEMENT,
                List.of(new Released(Category.CONTACT, basis, Set.of("/contact/value", "/contact/channel"))),
                List.of(new Withheld(Category.IDENTITY, ReasonCode.NO_GRANT)),
                DECISION,
                new PayloadDigest("application/json", 120, HASH),
                new Terms(HandlingCode.PERSONAL, false, NOW),
                note,
                authoriser);
    }

    static List<DisclosureEvent> all() {
        EventHead known = head(Optional.of(CASE));
        EventHead none = head(Optional.empty());
        Optional<EmergencyNote> note = Optional.of(new EmergencyNote(BreakGlassReason.SELF_HARM, NOW));
        return List.of(
                disclosure(),
                disclosure(GLASS, ABROAD, note, Optional.of("u-9")),
                new Denial(
                        known,
                        Optional.of(SHELTER),
                        Optional.of(Purpose.RETURN),
                        "release-refused",
                        List.of(new Withheld(Category.CONTACT, ReasonCode.REFUSED)),
                        Optional.of(DECISION)),
                new Denial(none, Optional.empty(), Optional.empty(), "not-found", List.of(), Optional.empty()),
                new ConsentChanged(known, ConsentChange.WITHDRAWN, id("consent"), 2, Set.of(id("grant"), id("other"))),
                new AuditorAccess(none, AuditorAction.SEARCH, HASH, 3),
                new Export(none, 0, 17, 20_000_000_000L),
                new Export(none, ExportScope.SELECTION, 3, 17, 20_000_000_000L, 2),
                new RegistryChanged(none, RegistryChange.CONFIRMED, "tj-kz-2026", HASH),
                new PolicyChanged(none, "tj-1", HASH, Optional.empty(), Optional.empty()),
                new PolicyChanged(none, "tj-2", HASH, Optional.of(NOW), Optional.of("u-18")),
                new Receipt(none, id("event"), ABROAD, HASH),
                new GuardianFound(known, ConflictFinding.NONE),
                new BestInterestsDecided(
                        known,
                        SHELTER.agency(),
                        Purpose.SHELTER_PLACEMENT,
                        Set.of(Category.CONTACT),
                        NOW.plusSeconds(60)),
                new Reviewed(known, id("event"), ReviewFinding.UNJUSTIFIED),
                new ErasureCertified(known, new Erasure.OfCase(), "u-9"),
                new ErasureCertified(none, erasure(new IndexRange(0, 3), new IndexRange(7, 20_000_000_000L)), "u-9"),
                new LogChanged(none, LogSuccession.FIRST, "log.example/1", "log.example/1+0a+b", Optional.empty()),
                new LogChanged(
                        none,
                        LogSuccession.RECOVERY,
                        "log.example/2",
                        "log.example/2+0a+b",
                        Optional.of(new LogPlace("log.example/1", 7, HASH))),
                new WithdrawalNoticed(
                        known, SHELTER, id("consent"), Set.of(id("event"), id("other")), NOW.plusSeconds(60)),
                new WithdrawalAnswered(known, id("notice"), SHELTER, new HolderAnswer.Erased()),
                new WithdrawalAnswered(
                        known,
                        id("notice"),
                        ABROAD,
                        new HolderAnswer.Retained(RetentionBasis.JOURNEY, NOW.plusSeconds(60))),
                new HandedOver(known, Scene.POLICE.agency(), SHELTER.agency(), CONSENT),
                new CourtOrderRecorded(
                        known, SHELTER.agency(), Set.of(Category.LEGAL), HASH, "u-9", NOW.plusSeconds(60)),
                new PersonAccess(known, PersonAction.PAGE_READ),
                new Complained(
                        known, id("complaint"), SHELTER.agency(), ComplaintTopic.FELT_UNSAFE, Optional.of(id("event"))),
                new Complained(
                        known, id("complaint"), SHELTER.agency(), ComplaintTopic.TREATED_BADLY, Optional.empty()),
                new ComplaintAnswered(none, id("complaint"), ComplaintOutcome.PARTLY_UPHELD),
                new StatusDecided(known, StatusAct.RECORDED, 2),
                new SubmissionHandled(none, id("submission"), SubmissionAction.READ, HASH),
                new SubmissionHandled(known, id("submission"), SubmissionAction.CASE_OPENED, HASH),
                new StatutoryNotified(none, SHELTER, id("notification"), "child-at-risk"),
                new PeerMessageReceived(none, "kz-national", id("message"), "referral.offer", HASH, Optional.empty()),
                new PeerMessageReceived(none, "kz-national", id("message"), "echo", HASH, Optional.of("same-id")),
                outOfBand(),
                new DisclosedOutOfBand(
                        known,
                        SHELTER.agency(),
                        OutOfBandChannel.MESSENGER,
                        NOW,
                        Optional.empty(),
                        Optional.of(Outsider.FAMILY),
                        Purpose.FAMILY_TRACING,
                        Set.of(Category.IDENTITY),
                        Optional.empty(),
                        Optional.of(NoConsentReason.NOT_ASKED),
                        Optional.of(id("earlier")),
                        Optional.empty()));
    }

    static DisclosedOutOfBand outOfBand() {
        return outOfBand(
                Set.of(Category.CONTACT, Category.IDENTITY),
                new Hindsight(
                        DECISION, Map.of(Category.CONTACT, CONSENT), Map.of(Category.IDENTITY, ReasonCode.NO_GRANT)));
    }

    static DisclosedOutOfBand outOfBand(Set<Category> told, Hindsight hindsight) {
        return new DisclosedOutOfBand(
                head(Optional.of(CASE)),
                Scene.POLICE.agency(),
                OutOfBandChannel.TELEPHONE,
                NOW.minusSeconds(3600),
                Optional.of(ABROAD),
                Optional.empty(),
                Purpose.SHELTER_PLACEMENT,
                told,
                Optional.of(id("consent")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(hindsight));
    }

    static Erasure erasure(IndexRange... ranges) {
        return new Erasure.OfOpenings("log.example/1", List.of(ranges));
    }

    static List<ConsentEvent> consents() {
        UUID consent = id("consent");
        Scene full = new Scene().form(Form.ORAL_WITNESSED).witness(Scene.NGO).relatedInterpreter();
        return List.of(
                new ConsentEvent.Given(GIVEN, new Scene().consent()),
                new ConsentEvent.Given(GIVEN, full.guardian().consent()),
                new ConsentEvent.Withdrawn(NOW, consent, Optional.empty()),
                new ConsentEvent.Withdrawn(NOW, consent, Optional.of(Set.of(id("grant"), id("a"), id("b")))),
                new ConsentEvent.Restored(NOW, consent, Set.of(id("grant"), id("a"))),
                new ConsentEvent.Confirmed(NOW, consent, Scene.SHELTER.agency()),
                new ConsentEvent.Invalidated(NOW, consent),
                new ConsentEvent.Superseded(NOW, consent, id("newer")),
                new ConsentEvent.Disputed(NOW, consent),
                new ConsentEvent.Reconfirmed(NOW, consent));
    }
}
