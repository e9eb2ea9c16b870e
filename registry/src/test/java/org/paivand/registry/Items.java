package org.paivand.registry;

import java.net.URI;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.disclosure.AccessNeed;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.language.Language;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.node.KeyUse;
import org.paivand.registry.node.NodeId;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Phone;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;
import org.paivand.registry.service.Coverage;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.Service;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceStatus;
import org.paivand.registry.service.ServiceType;

/** Small items to build directories from. */
public final class Items {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    public static final Trilingual NAME = new Trilingual("Марказ", "Центр", "Centre");
    public static final Hours ALWAYS = new Hours.AroundTheClock();

    private static final ZoneId DUSHANBE = ZoneId.of("Asia/Dushanbe");
    private static final String P_256 = p256();

    private Items() {}

    public static Agency agency(String id) {
        return new AgencyDraft(id).made();
    }

    /** An agency to be changed in one respect; its country is how the id begins. */
    public static AgencyDraft draft(String id) {
        return new AgencyDraft(id);
    }

    public static Location confidential(String id, String agency, String region) {
        return new Location(
                new LocationId(id),
                AgencyId.of(agency),
                new ConfidentialPlace(new Region(region), Optional.empty()),
                DUSHANBE);
    }

    public static Location open(String id, String agency, String region) {
        return new Location(
                new LocationId(id),
                AgencyId.of(agency),
                new PublicPlace(NAME, "Town", List.of("1 Sample Street"), new Region(region)),
                DUSHANBE);
    }

    public static Service service(String id, String agency, String... locations) {
        return service(id, agency, ServiceStatus.ACTIVE, locations);
    }

    public static Service service(String id, String agency, ServiceStatus status, String... locations) {
        return new Service(
                new ServiceId(id),
                AgencyId.of(agency),
                Set.of(ServiceType.SHELTER),
                Set.of(new Language("tg")),
                new Eligibility(Set.of(AgeGroup.ADULT), Set.of(), Set.of(AccessNeed.OWN_ROOM), true),
                NAME,
                Stream.of(locations).map(LocationId::new).collect(Collectors.toSet()),
                new Coverage(Set.of(Jurisdiction.of("TJ")), Set.of()),
                ALWAYS,
                List.of(),
                status);
    }

    public static PeerNode node(String id, String... agencies) {
        return new PeerNode(
                new NodeId(id),
                Jurisdiction.of(agencies[0].substring(0, 2).toUpperCase(Locale.ROOT)),
                Stream.of(agencies).map(AgencyId::of).collect(Collectors.toSet()),
                URI.create("https://" + id + ".example/fed/v1"),
                id + ".example/log",
                List.of(key("first")));
    }

    public static NodeKey key(String id) {
        return new NodeKey(id, KeyUse.ENVELOPE_SIGNING, P_256, START, END);
    }

    public static Agreement agreement(String id, Parties parties) {
        return new Agreement(
                id,
                1,
                parties,
                Set.of(Purpose.ASSISTANCE, Purpose.RETURN),
                Set.of(Category.SERVICE_REQUEST, Category.IDENTITY),
                START,
                END,
                false,
                30,
                "test");
    }

    /** The SubjectPublicKeyInfo of a fresh P-256 key, in base64. */
    public static String p256() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException missing) {
            throw new IllegalStateException("every Java platform has P-256", missing);
        }
    }

    /** An active, non-state agency without anything that may be absent, until something is added. */
    public static final class AgencyDraft {

        private final String id;
        private AgencyKind kind = AgencyKind.NGO;
        private Sector sector = Sector.NON_STATE;
        private boolean confidential;
        private Standing standing = Standing.ACTIVE;
        private Optional<ReportingDuty> duty = Optional.empty();
        private Optional<AgencyId> parent = Optional.empty();
        private Optional<URI> website = Optional.empty();
        private List<Accreditation> accreditations = List.of();
        private List<Phone> phones = List.of();
        private Optional<AgencyId> host = Optional.empty();

        private AgencyDraft(String id) {
            this.id = id;
        }

        public AgencyDraft kind(AgencyKind changed) {
            kind = changed;
            return this;
        }

        public AgencyDraft sector(Sector changed) {
            sector = changed;
            return this;
        }

        public AgencyDraft confidential() {
            confidential = true;
            return this;
        }

        public AgencyDraft suspended() {
            standing = Standing.SUSPENDED;
            return this;
        }

        public AgencyDraft reportsTo(ReportingDuty changed) {
            duty = Optional.of(changed);
            return this;
        }

        public AgencyDraft partOf(String changed) {
            parent = Optional.of(AgencyId.of(changed));
            return this;
        }

        public AgencyDraft website(String changed) {
            website = Optional.of(URI.create(changed));
            return this;
        }

        public AgencyDraft accredited(Accreditation... changed) {
            accreditations = List.of(changed);
            return this;
        }

        /** With a telephone of its own, as who is called back must have. */
        public AgencyDraft hostedBy(String changed) {
            host = Optional.of(AgencyId.of(changed));
            return phones.isEmpty() ? phone("+999000001") : this;
        }

        public AgencyDraft phone(String number) {
            phones = List.of(new Phone(number, Optional.empty(), Set.of(), ALWAYS));
            return this;
        }

        public Agency made() {
            return new Agency(
                    AgencyId.of(id),
                    kind,
                    Jurisdiction.of(id.substring(0, 2).toUpperCase(Locale.ROOT)),
                    NAME,
                    sector,
                    confidential,
                    Optional.empty(),
                    duty,
                    standing,
                    parent,
                    phones,
                    website,
                    accreditations,
                    host);
        }
    }
}
