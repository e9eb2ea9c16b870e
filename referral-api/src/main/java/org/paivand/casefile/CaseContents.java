package org.paivand.casefile;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.json.InvalidSection;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.CaseKeys;
import org.paivand.casefile.key.CaseSecret;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.key.PlanUse;
import org.paivand.casefile.key.StatusUse;
import org.paivand.casefile.section.Identity;
import org.paivand.casefile.section.Message;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Travel;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ProtectionFear;
import org.paivand.disclosure.decision.Age;

/** What a case holds, behind its key. */
public final class CaseContents {
    private final CaseKeys keys;

    public CaseContents(CaseKeys keys) {
        this.keys = keys;
    }

    /**
     * The few facts without which nothing can be decided.
     *
     * @param age undetermined while there is no service request; with the possible birthdays where a birth date is known
     * @param protectionFear unknown while there is no travel section
     */
    public record DecisionFacts(Age age, ProtectionFear protectionFear, boolean familyMustNotKnow) {}

    /** Makes the key of a new case and seals its alias. */
    public Sealed begin(CaseId id, UUID alias) throws CaseKeyException {
        keys.create(id);
        return new Sealed(keys.seal(id, CaseSecret.ALIAS, id.value(), bytes(alias)));
    }

    public UUID alias(CaseFile file) throws CaseKeyException {
        ByteBuffer alias = ByteBuffer.wrap(keys.open(
                file.id(),
                CaseSecret.ALIAS,
                file.id().value(),
                file.sealedAlias().bytes()));
        return new UUID(alias.getLong(), alias.getLong());
    }

    /** Seals the salt of a payload's hash; with the case's key it is gone, and the hash then fits nothing. */
    public byte[] sealSalt(CaseId id, UUID eventId, byte[] salt) throws CaseKeyException {
        return keys.seal(id, CaseSecret.PAYLOAD_SALT, eventId, salt);
    }

    /** Seals what a status body decided, for its own row. */
    public Sealed sealStatus(CaseId id, UUID decision, byte[] plain) throws CaseKeyException {
        return new Sealed(keys.seal(id, CaseSecret.STATUS_DECISION, decision, plain));
    }

    /** @param use the proof that the body's grant holds at this moment; it is logged by who opens it */
    public byte[] openStatus(StatusUse use, CaseId id, UUID decision, Sealed sealed) throws CaseKeyException {
        Objects.requireNonNull(use);
        return keys.open(id, CaseSecret.STATUS_DECISION, decision, sealed.bytes());
    }

    public byte[] seal(CaseId id, Category category, int version, byte[] plain) throws CaseKeyException {
        return keys.seal(id, category, version, plain);
    }

    /** Opens the section of the use's category; empty if the case has none. */
    public Optional<Section> section(Cases cases, CaseFile file, KeyUse use) throws CaseKeyException {
        Optional<CaseFile.SectionHeader> header = file.section(use.category());
        Optional<byte[]> sealed = header.flatMap(there -> cases.sealed(file.id(), there.category()));
        if (header.isEmpty() || sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] plain = keys.open(use, file.id(), header.get().version(), sealed.get());
        try {
            return Optional.of(Sections.parse(use.category(), plain));
        } catch (InvalidSection broken) {
            throw new IllegalStateException("a stored section breaks its own rules", broken);
        }
    }

    /** Seals what the person said of the help that came of a referral. */
    public Sealed seal(CaseId id, UUID referral, int version, PersonsAnswer answer) throws CaseKeyException {
        return new Sealed(keys.seal(id, Category.FEEDBACK, referral, version, Sections.write(answer)));
    }

    public PersonsAnswer personsAnswer(KeyUse use, CaseId id, UUID referral, int version, Sealed sealed)
            throws CaseKeyException {
        try {
            return Sections.personsAnswer(keys.open(use, id, referral, version, sealed.bytes()));
        } catch (InvalidSection broken) {
            throw new IllegalStateException("a stored answer breaks its own rules", broken);
        }
    }

    /** Seals what one agency wrote to the other of a referral, as the message of that number. */
    public Sealed seal(CaseId id, UUID referral, int number, Message message) throws CaseKeyException {
        return new Sealed(keys.seal(id, Category.MESSAGE, referral, number, Sections.write(message)));
    }

    public Message message(KeyUse use, CaseId id, UUID referral, int number, Sealed sealed) throws CaseKeyException {
        try {
            return Sections.message(keys.open(use, id, referral, number, sealed.bytes()));
        } catch (InvalidSection broken) {
            throw new IllegalStateException("a stored message breaks its own rules", broken);
        }
    }

    public Sealed seal(CaseId id, ServicePlan plan) throws CaseKeyException {
        return new Sealed(keys.seal(id, CaseSecret.SERVICE_PLAN, id.value(), Sections.write(plan)));
    }

    public ServicePlan plan(PlanUse use, Sealed sealed) throws CaseKeyException {
        CaseId id = use.file().id();
        try {
            return Sections.plan(keys.open(id, CaseSecret.SERVICE_PLAN, id.value(), sealed.bytes()));
        } catch (InvalidSection broken) {
            throw new IllegalStateException("a stored plan breaks its own rules", broken);
        }
    }

    public DecisionFacts decisionFacts(Cases cases, CaseFile file) throws CaseKeyException {
        Optional<ServiceRequest> asked =
                fact(cases, file, Category.SERVICE_REQUEST).map(ServiceRequest.class::cast);
        Optional<Identity> identity = fact(cases, file, Category.IDENTITY).map(Identity.class::cast);
        Optional<Travel> travel = fact(cases, file, Category.TRAVEL).map(Travel.class::cast);
        return new DecisionFacts(
                Adulthood.age(
                        asked.map(ServiceRequest::ageGroup).orElse(AgeGroup.UNDETERMINED),
                        identity.flatMap(Identity::birthDate),
                        file.openedAt()),
                travel.map(Travel::protectionFear).orElse(ProtectionFear.UNKNOWN),
                asked.map(ServiceRequest::familyMustNotKnow).orElse(false));
    }

    private Optional<Section> fact(Cases cases, CaseFile file, Category category) throws CaseKeyException {
        return section(
                cases, file, new KeyUse.ControllerUse(file.controller(), category, KeyUse.Reason.DECISION_FACTS));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
