package org.paivand.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.ReasonCode;
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
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
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

/** Events of each kind, with every optional part once present and once absent, and every purpose and change. */
public final class Samples {
    public static final String LOG = "paivand.example/tj/2026";
    public static final UUID CASE = id("case");
    public static final Sha256 HASH = Sha256.of("0123456789abcdef".repeat(4));

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.120Z");
    private static final Counterpart SHELTER = new Counterpart(
            AgencyId.of("tj-shelter"), Jurisdiction.of("TJ"), Optional.empty(), Optional.of(WorkerId.of("w-101")));
    private static final Counterpart ABROAD =
            new Counterpart(AgencyId.of("kz-shelter"), Jurisdiction.of("KZ"), Optional.of("kz-node"), Optional.empty());
    private static final DecisionReference DECISION = new DecisionReference(id("decision"), "tj-1", HASH, HASH);
    private static final Basis CONSENT = new Basis.ByConsent(id("consent"), 2, id("grant"));
    private static final Basis GLASS = new Basis.Standalone(BasisType.BREAK_GLASS, id("glass"));

    private Samples() {}

    public static List<ExportedEntry> all() {
        List<DisclosureEvent> events = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            events.add(disclosure(purpose, SHELTER, CONSENT, List.of(), Optional.empty(), Optional.empty()));
        }
        events.add(disclosure(
                Purpose.PROTECTION,
                ABROAD,
                GLASS,
                List.of(new Withheld(Category.IDENTITY, ReasonCode.NO_GRANT)),
                Optional.of(new EmergencyNote(BreakGlassReason.SELF_HARM, NOW)),
                Optional.of("u-9")));
        events.addAll(denials());
        for (ConsentChange change : ConsentChange.values()) {
            events.add(new ConsentChanged(head(true), change, id("consent"), 2, Set.of(id("grant"), id("other"))));
        }
        events.add(new ConsentChanged(head(true), ConsentChange.WITHDRAWN, id("consent"), 2, Set.of()));
        events.addAll(others());
        List<ExportedEntry> entries = new ArrayList<>();
        events.forEach(event -> entries.add(new ExportedEntry(LOG, entries.size(), event)));
        return entries;
    }

    public static DisclosureEvent disclosure() {
        List<Withheld> identity = List.of(new Withheld(Category.IDENTITY, ReasonCode.NO_GRANT));
        return disclosure(Purpose.MEDICAL_CARE, SHELTER, CONSENT, identity, Optional.empty(), Optional.empty());
    }

    private static DisclosureEvent disclosure(
            Purpose purpose,
            Counterpart to,
            Basis basis,
            List<Withheld> withheld,
            Optional<EmergencyNote> note,
            Optional<String> authoriser) {
        return new Disclosure(
                head(true),
                to,
                purpose,
                List.of(
                        new Released(Category.CONTACT, basis, Set.of("/contact/value", "/contact/channel")),
                        new Released(Category.SERVICE_REQUEST, basis, Set.of("/urgency"))),
                withheld,
                DECISION,
                new PayloadDigest("application/json", 120, HASH),
                new Terms(HandlingCode.PERSONAL, false, NOW),
                note,
                authoriser);
    }

    private static List<DisclosureEvent> denials() {
        List<Withheld> contact = List.of(new Withheld(Category.CONTACT, ReasonCode.REFUSED));
        return List.of(
                new Denial(
                        head(true),
                        Optional.of(SHELTER),
                        Optional.of(Purpose.RETURN),
                        "release-refused",
                        contact,
                        Optional.of(DECISION)),
                new Denial(head(false), Optional.empty(), Optional.empty(), "not-found", List.of(), Optional.empty()));
    }

    private static List<DisclosureEvent> others() {
        EventHead known = head(true);
        EventHead none = head(false);
        Erasure openings = new Erasure.OfOpenings(
                LOG, List.of(new Erasure.IndexRange(0, 3), new Erasure.IndexRange(7, 20_000_000_000L)));
        return List.of(
                new AuditorAccess(none, AuditorAction.SEARCH, HASH, 3),
                new Export(none, 0, 17, 20_000_000_000L),
                new RegistryChanged(none, RegistryChange.CONFIRMED, "tj-kz-2026", HASH),
                new PolicyChanged(none, "tj-1", HASH, Optional.empty(), Optional.empty()),
                new PolicyChanged(none, "tj-2", HASH, Optional.of(NOW), Optional.of("u-18")),
                new Receipt(none, id("event"), ABROAD, HASH),
                new Receipt(known, id("event"), SHELTER, HASH),
                new GuardianFound(known, ConflictFinding.NONE),
                new BestInterestsDecided(
                        known,
                        AgencyId.of("tj-shelter"),
                        Purpose.SHELTER_PLACEMENT,
                        Set.of(Category.CONTACT, Category.HEALTH),
                        NOW.plusSeconds(60)),
                new Reviewed(known, id("event"), ReviewFinding.UNJUSTIFIED),
                new ErasureCertified(known, new Erasure.OfCase(), "u-9"),
                new ErasureCertified(none, openings, "u-9"),
                new LogChanged(none, LogSuccession.FIRST, LOG, LOG + "+0a+b", Optional.empty()),
                new LogChanged(
                        none,
                        LogSuccession.RECOVERY,
                        LOG + "/2",
                        LOG + "/2+0a+b",
                        Optional.of(new LogPlace(LOG, 7, HASH))),
                new WithdrawalNoticed(
                        known, SHELTER, id("consent"), Set.of(id("event"), id("other")), NOW.plusSeconds(60)),
                new WithdrawalAnswered(known, id("notice"), SHELTER, new HolderAnswer.Erased()),
                new WithdrawalAnswered(
                        known,
                        id("notice"),
                        ABROAD,
                        new HolderAnswer.Retained(RetentionBasis.JOURNEY, NOW.plusSeconds(60))),
                new HandedOver(known, AgencyId.of("tj-police"), AgencyId.of("tj-shelter"), CONSENT),
                new CourtOrderRecorded(
                        known, AgencyId.of("tj-police"), Set.of(Category.LEGAL), HASH, "u-9", NOW.plusSeconds(60)),
                new PersonAccess(known, PersonAction.PAGE_READ),
                new Complained(
                        known,
                        id("complaint"),
                        AgencyId.of("tj-shelter"),
                        ComplaintTopic.FELT_UNSAFE,
                        Optional.of(id("event"))),
                new ComplaintAnswered(none, id("complaint"), ComplaintOutcome.UPHELD),
                new StatusDecided(known, StatusAct.RECORDED, 1),
                new StatusDecided(known, StatusAct.READ, 2),
                new SubmissionHandled(none, id("submission"), SubmissionAction.READ, HASH),
                new StatutoryNotified(none, SHELTER, id("notification"), "child-at-risk"),
                new PeerMessageReceived(none, "kz-national", id("message"), "referral.offer", HASH, Optional.empty()),
                new PeerMessageReceived(none, "kz-national", id("message"), "echo", HASH, Optional.of("same-id")),
                new DisclosedOutOfBand(
                        known,
                        AgencyId.of("tj-police"),
                        OutOfBandChannel.TELEPHONE,
                        NOW,
                        Optional.of(ABROAD),
                        Optional.empty(),
                        Purpose.SHELTER_PLACEMENT,
                        Set.of(Category.CONTACT, Category.IDENTITY),
                        Optional.of(id("consent")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Hindsight(
                                DECISION,
                                Map.of(Category.CONTACT, CONSENT),
                                Map.of(Category.IDENTITY, ReasonCode.NO_GRANT)))),
                new DisclosedOutOfBand(
                        known,
                        AgencyId.of("tj-police"),
                        OutOfBandChannel.E_MAIL,
                        NOW,
                        Optional.empty(),
                        Optional.of(Outsider.NON_STATE_ORGANISATION),
                        Purpose.FAMILY_TRACING,
                        Set.of(Category.HEALTH),
                        Optional.empty(),
                        Optional.of(NoConsentReason.BY_MISTAKE),
                        Optional.of(id("earlier")),
                        Optional.empty()));
    }

    private static EventHead head(boolean ofCase) {
        Optional<UUID> alias = ofCase ? Optional.of(CASE) : Optional.empty();
        Actor actor = new Actor(
                AgencyId.of("tj-police"), "u-17", "provider", "shelter-client", alias.map(any -> "token-" + any));
        return new EventHead(id("event"), id("exchange"), NOW, alias, actor);
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An entry of which nobody knows more any more. */
    public static ShreddedEntry shredded() {
        return new ShreddedEntry(
                LOG,
                3,
                "disclosure",
                new UUID(7, 7),
                Instant.parse("2026-11-22T10:00:00.120Z"),
                "tj-police-dushanbe",
                "u-1",
                Optional.of("tj-shelter-north"),
                Optional.of("shelter-placement"),
                List.of("released", "withheld"),
                List.of("identity"),
                List.of("health"),
                "paivand.example/tj/2037",
                9);
    }
}
