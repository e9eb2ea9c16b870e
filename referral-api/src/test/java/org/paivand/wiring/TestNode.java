package org.paivand.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.ApprovalDesk;
import org.paivand.audit.TestLog;
import org.paivand.audit.check.Finding;
import org.paivand.audit.check.LogCheck;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceDesk;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.OverdueDesk;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.key.SigningStore;
import org.paivand.audit.log.Opening;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.capacity.CapacityDesk;
import org.paivand.capacity.ServiceSearch;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.casefile.key.Keystore;
import org.paivand.casefile.key.KeystoreWrapping;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.casefile.key.YearKeys;
import org.paivand.casefile.section.Urgency;
import org.paivand.complaint.ComplaintDesk;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentDesk;
import org.paivand.contact.ContactDesk;
import org.paivand.courtorder.CourtOrderDesk;
import org.paivand.database.Database;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.emergency.AlertDesk;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.ReviewDesk;
import org.paivand.entry.LogState;
import org.paivand.entry.WitnessState;
import org.paivand.erasure.ErasureDesk;
import org.paivand.erasure.OpeningsDesk;
import org.paivand.erasure.Retention;
import org.paivand.erasure.WaitingErasures;
import org.paivand.group.GroupDesk;
import org.paivand.group.JointLinkDesk;
import org.paivand.handover.HandOverDesk;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.OverdueWatch;
import org.paivand.holding.RetentionDesk;
import org.paivand.holding.jdbc.JdbcDeadlines;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.intake.Receiver;
import org.paivand.intake.SubmissionDesk;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.onboarding.ApplicationDesk;
import org.paivand.onboarding.CredentialDesk;
import org.paivand.onboarding.OffBoardingDesk;
import org.paivand.outofband.OutOfBandDesk;
import org.paivand.paper.FormDesk;
import org.paivand.person.PersonDesk;
import org.paivand.person.ReceiptDesk;
import org.paivand.person.WorkerDesk;
import org.paivand.person.WritingDesk;
import org.paivand.person.page.Pages;
import org.paivand.plan.PlanDesk;
import org.paivand.policy.PolicyDesk;
import org.paivand.protection.ProtectionDesk;
import org.paivand.realm.Realm;
import org.paivand.referral.FeedbackDesk;
import org.paivand.referral.FirstContact;
import org.paivand.referral.GroupOffers;
import org.paivand.referral.MessageDesk;
import org.paivand.referral.Offers;
import org.paivand.referral.Pulls;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.RespondWithin;
import org.paivand.registry.ImportDesk;
import org.paivand.registry.LiveCaseDesk;
import org.paivand.registry.LiveDirectories;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.jdbc.JdbcRegistryRecords;
import org.paivand.release.Expiries;
import org.paivand.release.Previews;
import org.paivand.reminder.Reminding;
import org.paivand.reporting.ReportingDesk;
import org.paivand.restatement.RestatementDesk;
import org.paivand.statistics.StatisticsDesk;
import org.paivand.status.StatusDesk;
import org.paivand.webhook.WebhookDesk;

/** A whole node over the test's MariaDB, with an empty log, and what tests ask of what it wrote. */
public final class TestNode implements AutoCloseable {
    public static final Duration MAX_LAG = Duration.ofSeconds(30);
    public static final Duration MAX_STEP_BACK = Duration.ofHours(1);
    /** As an operator would set it. */
    private static final Settings.Form FORM = new Settings.Form(
            Optional.of(new AgencyId("tj-hotline-national")),
            60,
            10,
            1_000,
            Settings.Form.NONE.keep(),
            Settings.Form.NONE.keepDiscarded());

    private static final Path KEYSTORE = keystoreOfThisRun();

    public final TestClock clock = new TestClock();
    private final TestDatabase server;
    private final Duration checkEvery;
    private final Function<Path, SigningStore> signing;
    private final Path home;
    private Settings settings;
    private final Rules rules;
    private Node node;

    public TestNode() throws Exception {
        this(TestDatabase.running().url());
    }

    /** For a test class's {@code @AutoClose} field. */
    public static TestNode running() {
        try {
            return new TestNode();
        } catch (Exception failed) {
            throw new IllegalStateException("no node to test with", failed);
        }
    }

    /** @param url leads to the test's MariaDB, perhaps on a road that a test can cut */
    public TestNode(String url) throws Exception {
        this(TestDatabase.running(), url, Settings.Witnessing.NONE, Duration.ofHours(1), TestNode::ownKeystore);
    }

    /** A node over a database of its own, which often checks its log. */
    public TestNode(TestDatabase server) throws Exception {
        this(server, server.url(), Settings.Witnessing.NONE, Duration.ofMillis(300), TestNode::ownKeystore);
    }

    /**
     * A node with its signing key elsewhere.
     *
     * @param signing of the keystore, which holds that key too
     */
    public TestNode(String url, Duration checkEvery, Function<Path, SigningStore> signing) throws Exception {
        this(TestDatabase.running(), url, Settings.Witnessing.NONE, checkEvery, signing);
    }

    /** A node that works only with these witnesses. */
    public static TestNode witnessedBy(Path policy, Duration maxLag) throws Exception {
        return new TestNode(
                TestDatabase.running(),
                TestDatabase.running().url(),
                new Settings.Witnessing(Optional.of(policy), maxLag, Optional.empty(), Optional.empty()),
                Duration.ofHours(1),
                TestNode::ownKeystore);
    }

    private static SigningStore ownKeystore(Path keystore) {
        return SigningStore.pkcs12(keystore, TestKeystores.password());
    }

    private TestNode(
            TestDatabase server,
            String url,
            Settings.Witnessing witnessing,
            Duration checkEvery,
            Function<Path, SigningStore> signing)
            throws Exception {
        this.server = server;
        this.checkEvery = checkEvery;
        this.signing = signing;
        server.execute("TRUNCATE paivand_log.leaf; TRUNCATE paivand_log.tile; TRUNCATE paivand_log.checkpoint;"
                + "TRUNCATE paivand_log.cosignature; TRUNCATE paivand_log.quorum; TRUNCATE paivand.witnessed;"
                + "TRUNCATE paivand_log.event; TRUNCATE paivand_log.search_tile; TRUNCATE paivand_log.search_term;"
                + "TRUNCATE paivand_log.review_due; TRUNCATE paivand_log.review; TRUNCATE paivand_log.policy;"
                + "TRUNCATE paivand_log.policy_validity; TRUNCATE paivand_log.registry_change;"
                + "TRUNCATE paivand_log.log; TRUNCATE paivand_log.shredded; TRUNCATE paivand.approval;"
                + "TRUNCATE paivand.log_pending; TRUNCATE paivand.log_head; TRUNCATE paivand.lease; TRUNCATE paivand.log_trouble;"
                + "TRUNCATE paivand.agency_application; TRUNCATE paivand.agency_access;"
                + "TRUNCATE paivand.agreement; TRUNCATE paivand.alert; TRUNCATE paivand.overdue;"
                + "DELETE FROM paivand.disclosed WHERE emergency_id IS NOT NULL; DELETE FROM paivand.emergency");
        home = Files.createTempDirectory("paivand-node-");
        Files.copy(KEYSTORE, home.resolve("node.p12"));
        settings = settings(url, home.resolve("node.p12"), witnessing);
        rules = Rules.load(settings);
        node = new Node(settings, rules, clock);
        TestLog.await("the signer was tried", () -> node.log.status().canSign());
    }

    /** As an operator would set it, but for the places. */
    Settings settings(String url, Path keystore) {
        return settings(url, keystore, Settings.Witnessing.NONE);
    }

    private Settings settings(String url, Path keystore, Settings.Witnessing witnessing) {
        return settings(url, keystore, witnessing, TestLog.ORIGIN, Optional.empty());
    }

    private Settings settings(
            String url, Path keystore, Settings.Witnessing witnessing, String origin, Optional<LogSuccession> reason) {
        return new Place(url, server.password(), keystore, home.resolve("keys"), signing.apply(keystore), checkEvery)
                .settings(witnessing, origin, reason);
    }

    /** Where a node of a test works. */
    record Place(String url, String password, Path keystore, Path keys, SigningStore signing, Duration checkEvery) {
        Settings settings(Settings.Witnessing witnessing, String origin, Optional<LogSuccession> reason) {
            Map<Urgency, Duration> periods = new EnumMap<>(Urgency.class);
            for (Urgency urgency : Urgency.values()) {
                periods.put(urgency, Duration.ofDays(1));
            }
            return new Settings(
                    new Settings.DatabaseAccess(url, "paivand_app", password),
                    Optional.empty(),
                    16,
                    keystore,
                    new String(TestKeystores.PASSWORD),
                    keys,
                    signing,
                    origin,
                    reason,
                    false,
                    Retention.USUAL,
                    MAX_LAG,
                    MAX_STEP_BACK,
                    checkEvery,
                    new AgencyId("tj-commission"),
                    Optional.empty(),
                    Optional.empty(),
                    Settings.Publishing.USUAL,
                    new RespondWithin(periods, Duration.ofDays(1)),
                    witnessing,
                    Settings.Keeping.USUAL,
                    new Reminding(Duration.ofDays(5), Duration.ofDays(7), Duration.ofDays(1)),
                    Settings.Person.DEFAULT,
                    Settings.Onboarding.NONE,
                    new Settings.Webhooks(true, Duration.ofDays(1)),
                    Settings.Mail.NONE,
                    Settings.Requests.USUAL,
                    FORM,
                    Settings.RECORD_LATE);
        }
    }

    /** The key of the node's log, as a witness or an auditor has it. */
    public static VerifierKey logKey() throws Exception {
        KeyStore store = KeyStore.getInstance(KEYSTORE.toFile(), TestKeystores.PASSWORD);
        return VerifierKey.of(
                TestLog.ORIGIN,
                SignatureType.ED25519,
                store.getCertificate("log-signing").getPublicKey());
    }

    public AuditDesk audit() {
        return node.audit;
    }

    public EvidenceDesk evidence() {
        return node.evidence;
    }

    /** Notes what is overdue by now, when no other watch is at it; this node's own looks as soon as the node starts. */
    public void noteOverdue() throws Exception {
        OverdueWatch watch =
                new OverdueWatch(database(), JdbcDeadlines::new, node.escalations, new JdbcLeases(database()), clock);
        TestLog.await("a turn to look", () -> watch.look().isPresent());
    }

    public WitnessState witnesses() {
        return node.witnesses;
    }

    /** Ends the node and starts it anew. */
    public void restart() throws Exception {
        node.close();
        node = new Node(settings, rules, clock);
        TestLog.await("the signer was tried", () -> node.log.status().canSign());
    }

    /** Ends the node and starts it anew, with that realm. */
    public void restartWith(Realm realm) throws Exception {
        node.close();
        node = new Node(settings, rules, clock, Optional.of(realm));
        TestLog.await("the signer was tried", () -> node.log.status().canSign());
    }

    public ApplicationDesk applications() {
        return node.onboarding.applications;
    }

    public CredentialDesk credentials() {
        return node.onboarding.credentials;
    }

    public OffBoardingDesk offBoarding() {
        return node.onboarding.offBoarding;
    }

    /** Ends the node, lets the database become another one, and starts it on that; perhaps it can't sign then. */
    public void restartOn(Executable another) throws Throwable {
        node.close();
        another.execute();
        node = new Node(settings, rules, clock);
    }

    /** Begins a new log as an operator does after a backup was restored. */
    public void recover(String origin) throws Exception {
        TestKeystores.signingKey(settings.keystore(), "PKCS12", "log-signing-" + SignedLogs.suffix(origin), "Ed25519");
        settings = settings(
                server.url(), settings.keystore(), settings.witnessing(), origin, Optional.of(LogSuccession.RECOVERY));
        restart();
    }

    /** A further node on the same database and with the same keys. */
    Node another() throws Exception {
        return new Node(settings, rules, clock);
    }

    /** A further node, started with another policy. */
    Node another(PolicyDocument policy) throws Exception {
        return new Node(settings, new Rules(rules.directory(), policy, rules.notices()), clock);
    }

    public PolicyDesk policies() {
        return node.policies;
    }

    public Path keystore() {
        return settings.keystore();
    }

    Rules rules() {
        return rules;
    }

    public RegistryDesk registry() {
        return node.registry;
    }

    public ImportDesk imports() {
        return node.imports;
    }

    public LiveCaseDesk liveCases() {
        return node.liveCases;
    }

    /** What a further instance knows of the registry; nothing yet. */
    public LiveDirectories anotherInstance() {
        return new LiveDirectories(node.database, JdbcRegistryRecords::new);
    }

    /** What each request of the API does first. */
    public Directory atTheNextRequest() {
        node.directories.refresh();
        return node.directories.current();
    }

    public Directory directory() {
        return node.directories.current();
    }

    public Database database() {
        return node.database;
    }

    public LogState log() {
        return node.log;
    }

    public CaseDesk cases() {
        return node.cases;
    }

    public ConsentDesk consents() {
        return node.consents;
    }

    public ReceiptDesk receipts() {
        return node.receipts;
    }

    public PersonDesk persons() {
        return node.persons;
    }

    public Previews previews() {
        return node.previews;
    }

    public Offers offers() {
        return node.offers;
    }

    public GroupDesk groups() {
        return node.groups;
    }

    public JointLinkDesk jointLinks() {
        return node.jointLinks;
    }

    public GroupOffers groupOffers() {
        return node.groupOffers;
    }

    public Pulls pulls() {
        return node.pulls;
    }

    public PlanDesk plans() {
        return node.plans;
    }

    /** The node makes a round of its own when it starts: it is over when this one was. */
    public void remind() {
        while (!node.reminders.make()) {
            Thread.onSpinWait();
        }
    }

    public MessageDesk messages() {
        return node.messages;
    }

    public FeedbackDesk feedback() {
        return node.feedback;
    }

    public Expiries expiries() {
        return node.expiries;
    }

    public HandOverDesk handOvers() {
        return node.handOvers;
    }

    public FirstContact firstContact() {
        return node.firstContact;
    }

    public StatisticsDesk statistics() {
        return node.statistics;
    }

    public StatusDesk statuses() {
        return node.statuses;
    }

    public FormDesk forms() {
        return node.forms;
    }

    public OutOfBandDesk outOfBand() {
        return node.outOfBand;
    }

    public ReportingDesk reporting() {
        return node.reporting;
    }

    public SubmissionDesk submissions() {
        return node.intake.desk;
    }

    public WritingDesk writing() {
        return node.intake.writing;
    }

    public Receiver receiver() {
        return node.intake.receiver;
    }

    public Pages pages() {
        return node.pages;
    }

    /** Erases what was sent and is over. */
    public void eraseSubmissions() {
        node.intake.round.make();
    }

    public ContactDesk contacts() {
        return node.contacts;
    }

    public WebhookDesk webhooks() {
        return node.webhooks.desk;
    }

    /** Until all that was told has its place in order. */
    public void awaitNotifications() throws SQLException {
        while (number("SELECT COUNT(*) FROM paivand.notification WHERE position IS NULL") > 0) {
            Thread.onSpinWait();
        }
    }

    public ReferralDesk referrals() {
        return node.referrals;
    }

    public CapacityDesk capacities() {
        return node.capacities;
    }

    public ServiceSearch serviceSearch() {
        return node.serviceSearch;
    }

    public NoticeDesk notices() {
        return node.notices;
    }

    public RetentionDesk retentions() {
        return node.retentions;
    }

    public OverdueDesk missed() {
        return node.missed;
    }

    public ErasureDesk erasures() {
        return node.erasures;
    }

    public ComplaintDesk complaints() {
        return node.complaints;
    }

    public WorkerDesk workers() {
        return node.workers;
    }

    public RestatementDesk restatements() {
        return node.restatements;
    }

    public ConsentBook consentBook() {
        return node.consentBook;
    }

    public OpeningsDesk openings() {
        return node.openings;
    }

    public WaitingErasures waitingErasures() {
        return node.waitingErasures;
    }

    public ApprovalDesk approvals() {
        return node.approvals;
    }

    public ExportDesk exports() {
        return node.exports;
    }

    public EmergencyDesk emergencies() {
        return node.emergencies;
    }

    public AlertDesk alerts() {
        return node.alerts;
    }

    public ReviewDesk reviews() {
        return node.reviews;
    }

    public CourtOrderDesk courtOrders() {
        return node.courtOrders;
    }

    public Replays replays() {
        return node.replays;
    }

    public ProtectionDesk protection() {
        return node.protection;
    }

    /** Where the case keys lie, one file each. */
    public Path caseKeys() {
        return settings.caseKeys();
    }

    /** Somebody of that agency, working for themselves. */
    public static Caller caller(String agency, String worker, Role... roles) {
        return new Caller(
                new AgencyId(agency),
                worker,
                Set.copyOf(Arrays.asList(roles)),
                "paivand-test",
                UUID.randomUUID().toString(),
                Optional.of(new WorkerId(worker)));
    }

    /** A key that was never used, for a request that is like no other. */
    public static IdempotencyKey key() {
        String value = UUID.randomUUID().toString();
        return IdempotencyKey.of("test", value, "POST", "/" + value, new byte[0]);
    }

    /**
     * An entry of the log.
     *
     * @param index -1 while it has none
     */
    public record Logged(long index, UUID eventId, DisclosureEvent event) {}

    /** Waits until each committed entry has its index, and returns those of one case in the order of the log. */
    public List<Logged> sequenced(UUID caseAlias) throws Exception {
        return sequenced().getOrDefault(caseAlias, List.of());
    }

    /** The same of every case, by its alias. */
    public Map<UUID, List<Logged>> sequenced() throws Exception {
        TestLog.await(
                "all entries have an index", () -> server.number("SELECT COUNT(*) FROM paivand.log_pending") == 0);
        return entries().stream()
                .filter(entry -> entry.event().head().caseAlias().isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.event().head().caseAlias().orElseThrow()));
    }

    /** The first thing in all logs that contradicts another, sought from their first entries on. */
    public Optional<Finding> checked() throws Exception {
        return new LogCheck(node.database, vault()).full();
    }

    private EvidenceRecords vault() throws Exception {
        return new EvidenceRecords(evidenceVault(), clock);
    }

    public EvidenceVault evidenceVault() throws Exception {
        Keystore keystore = Keystore.load(KEYSTORE, TestKeystores.PASSWORD);
        return new EvidenceVault(keystore, new YearKeys(settings.caseKeys(), KeystoreWrapping.evidence(keystore)));
    }

    /** All entries, opened; those without an index come first. */
    public List<Logged> entries() throws Exception {
        EvidenceRecords vault = vault();
        List<Logged> entries = new ArrayList<>();
        try (Connection connection = server.administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(l.idx, -1), e.event_id, e.sealed_opening"
                        + " FROM paivand_log.event e LEFT JOIN paivand_log.leaf l ON l.entry = e.entry ORDER BY 1")) {
            while (rows.next()) {
                byte[] opening = vault.open("opening/" + rows.getString(2), rows.getBytes(3));
                entries.add(new Logged(
                        rows.getLong(1),
                        UUID.fromString(rows.getString(2)),
                        EventJson.parse(Opening.decode(opening).event())));
            }
        }
        return entries;
    }

    /** Runs statements as the administrator of the test's MariaDB. */
    public static void sql(String sql) throws SQLException {
        TestDatabase.running().execute(sql);
    }

    public static long number(String sql) throws SQLException {
        return TestDatabase.running().number(sql);
    }

    /** The one text that the statement finds. */
    public static String text(String sql) throws SQLException {
        try (Connection connection = TestDatabase.running().administrator();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    /** What all tables hold that a release may write, as one text: to see that nothing was written. */
    public static String everythingWritten() throws SQLException {
        return everythingWritten(TestDatabase.running());
    }

    public static String everythingWritten(TestDatabase in) throws SQLException {
        StringBuilder counts = new StringBuilder();
        for (String table : List.of(
                "paivand_log.event",
                "paivand.disclosed",
                "paivand.holding",
                "paivand.stop_use_notice",
                "paivand.referral",
                "paivand.consent_event",
                "paivand.case_file",
                "paivand.section",
                "paivand.statistics_row")) {
            counts.append(table)
                    .append(' ')
                    .append(in.number("SELECT COUNT(*) FROM " + table))
                    .append('\n');
        }
        return counts.toString();
    }

    @Override
    public void close() throws IOException {
        node.close();
        delete(home);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path keystoreOfThisRun() {
        try {
            Path folder = Files.createTempDirectory("paivand-keystore-");
            TestKeystores.complete(folder, "node.p12");
            Path file = folder.resolve("node.p12");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (Exception failed) {
            throw new IllegalStateException("keytool made no keystore", failed);
        }
    }
}
