package org.paivand.bench.micro;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Effect;
import org.paivand.disclosure.consent.Form;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Notice;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.decision.Age;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.disclosure.policy.Policy;

/** The usual decision: an adult, police to an accepted shelter, an assigned worker, a permit and a refusal in writing. */
final class PlainCase {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Policy POLICY = PolicyDocument.tajikistan().policy();

    private static final Instant GIVEN = NOW.minus(Duration.ofDays(1));
    private static final Instant END = NOW.plus(Duration.ofDays(30));
    private static final UUID CASE = id("case");
    private static final Jurisdiction TJ = Jurisdiction.of("TJ");
    private static final Party POLICE = new Party(AgencyId.of("tj-police-dushanbe"), AgencyKind.POLICE, TJ);
    private static final Party SHELTER = new Party(AgencyId.of("tj-shelter-north"), AgencyKind.SHELTER, TJ);
    private static final AgencyId CONSULATE = AgencyId.of("tj-consulate-almaty");

    private PlainCase() {}

    static ConsentHistory history() {
        return ConsentHistory.empty(CASE)
                .append(new ConsentEvent.Given(GIVEN, consent()))
                .append(new ConsentEvent.Disputed(GIVEN, id("consent")))
                .append(new ConsentEvent.Reconfirmed(GIVEN, id("consent")));
    }

    static DisclosureRequest request() {
        CaseFacts facts = new CaseFacts(
                POLICE.agency(),
                Age.of(AgeGroup.ADULT),
                Optional.empty(),
                ProtectionFear.NO,
                NOW.minus(Duration.ofDays(40)),
                Optional.empty(),
                true);
        return new DisclosureRequest(
                CASE,
                POLICE,
                SHELTER,
                false,
                Optional.of(new NamedWorker(WorkerId.of("w-101"), true)),
                Optional.of(Purpose.SHELTER_PLACEMENT),
                EnumSet.allOf(Category.class),
                Action.SHARE,
                Occasion.PULL,
                true,
                facts,
                List.of());
    }

    private static ConsentRecord consent() {
        return new ConsentRecord(
                id("consent"),
                1,
                CASE,
                new Notice("notice-adult", 3, Sha256.of("ab".repeat(32)), "tg", Optional.empty()),
                POLICE,
                TJ,
                "hotline",
                Form.WRITTEN,
                true,
                false,
                false,
                Optional.empty(),
                Optional.of(Sha256.of("cd".repeat(32))),
                Optional.of("u-17"),
                GivenBy.subject(),
                true,
                List.of(
                        grant("permit", Effect.PERMIT, SHELTER.agency(), Purpose.SHELTER_PLACEMENT),
                        grant("refusal", Effect.REFUSE, CONSULATE, Purpose.RETURN)));
    }

    private static Grant grant(String name, Effect effect, AgencyId recipient, Purpose purpose) {
        return new Grant(
                id(name),
                effect,
                purpose,
                EnumSet.allOf(Category.class),
                new Recipient.ExactAgency(recipient),
                Set.of(Action.SHARE),
                GIVEN,
                END,
                false);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
