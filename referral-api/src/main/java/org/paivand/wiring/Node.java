package org.paivand.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import org.paivand.agreement.AgreementChange;
import org.paivand.agreement.AgreementDesk;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.jpa.JpaApprovals;
import org.paivand.audit.desk.Accesses;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceDesk;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.OverdueDesk;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.jdbc.EvidenceBundles;
import org.paivand.audit.jdbc.EvidencePlans;
import org.paivand.audit.jdbc.JdbcEntrySearch;
import org.paivand.audit.jdbc.JdbcSealedOpenings;
import org.paivand.audit.jdbc.JdbcWrittenEvents;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.jdbc.OpenedEntries;
import org.paivand.audit.key.UnusableSigningKeyException;
import org.paivand.audit.note.NoteSigner;
import org.paivand.caller.Demands;
import org.paivand.caller.PublicLog;
import org.paivand.capacity.CapacityDesk;
import org.paivand.capacity.Places;
import org.paivand.capacity.ServiceSearch;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.casefile.key.UnusableKeystoreException;
import org.paivand.casefile.section.Urgency;
import org.paivand.complaint.ComplaintBook;
import org.paivand.complaint.ComplaintDesk;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentDesk;
import org.paivand.contact.ContactDesk;
import org.paivand.courtorder.CourtOrderChange;
import org.paivand.courtorder.CourtOrderDesk;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.disclosure.policy.TrainedRole;
import org.paivand.emergency.AlertDesk;
import org.paivand.emergency.BreakGlassChange;
import org.paivand.emergency.DisputeAlert;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.ReviewDesk;
import org.paivand.entry.LogState;
import org.paivand.entry.SealedOpenings;
import org.paivand.entry.Vault;
import org.paivand.entry.WitnessState;
import org.paivand.erasure.CaseErasure;
import org.paivand.erasure.ErasureDesk;
import org.paivand.erasure.OpeningsDesk;
import org.paivand.erasure.OpeningsErasure;
import org.paivand.erasure.WaitingErasures;
import org.paivand.group.GroupDesk;
import org.paivand.group.JointLinkDesk;
import org.paivand.handover.HandOverConsent;
import org.paivand.handover.HandOverDesk;
import org.paivand.holding.Answers;
import org.paivand.holding.Escalations;
import org.paivand.holding.Journeys;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.OverdueWatch;
import org.paivand.holding.RetentionDesk;
import org.paivand.holding.StopUse;
import org.paivand.holding.jdbc.JdbcClosedCases;
import org.paivand.idempotency.Once;
import org.paivand.journal.Journal;
import org.paivand.lease.Rounds;
import org.paivand.limit.Limits;
import org.paivand.notice.NoticeTexts;
import org.paivand.notification.NotificationFeed;
import org.paivand.notification.NotificationRound;
import org.paivand.notification.jdbc.JdbcNotifications;
import org.paivand.onboarding.AgencyRegister;
import org.paivand.onboarding.BookedAgencies;
import org.paivand.onboarding.OnboardingChange;
import org.paivand.onboarding.RealmLink;
import org.paivand.onboarding.RenewalChange;
import org.paivand.onboarding.jdbc.JdbcAgencyAccesses;
import org.paivand.onboarding.jdbc.JdbcApplications;
import org.paivand.outofband.OutOfBandBook;
import org.paivand.outofband.OutOfBandDesk;
import org.paivand.paper.FormBook;
import org.paivand.paper.FormDesk;
import org.paivand.person.Attempts;
import org.paivand.person.Barring;
import org.paivand.person.Deliveries;
import org.paivand.person.DuressAlert;
import org.paivand.person.Overviews;
import org.paivand.person.PersonDesk;
import org.paivand.person.ReceiptDesk;
import org.paivand.person.Tickets;
import org.paivand.person.WorkerChoices;
import org.paivand.person.WorkerDesk;
import org.paivand.person.jdbc.JdbcKnownWorkers;
import org.paivand.person.jdbc.JdbcPersonCodes;
import org.paivand.person.page.Pages;
import org.paivand.plan.AskedItems;
import org.paivand.plan.PlanDesk;
import org.paivand.policy.PolicyBeginning;
import org.paivand.policy.PolicyChange;
import org.paivand.policy.PolicyDesk;
import org.paivand.protection.ProtectionDesk;
import org.paivand.realm.Realm;
import org.paivand.referral.AcceptedCases;
import org.paivand.referral.AlternateOffers;
import org.paivand.referral.FeedbackDesk;
import org.paivand.referral.FirstContact;
import org.paivand.referral.GroupOffers;
import org.paivand.referral.MessageDesk;
import org.paivand.referral.Offers;
import org.paivand.referral.Pull;
import org.paivand.referral.Pulls;
import org.paivand.referral.Readers;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.ReferralId;
import org.paivand.referral.WishedEnds;
import org.paivand.registry.ChangeRules;
import org.paivand.registry.Edition;
import org.paivand.registry.ImportChange;
import org.paivand.registry.ImportDesk;
import org.paivand.registry.ItemChange;
import org.paivand.registry.LiveCaseDesk;
import org.paivand.registry.LiveDirectories;
import org.paivand.registry.RegistryBeginning;
import org.paivand.registry.RegistryBook;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.FocalPoints;
import org.paivand.registry.jdbc.JdbcLiveCases;
import org.paivand.registry.jdbc.JdbcRegistryRecords;
import org.paivand.registry.publication.Counted;
import org.paivand.registry.publication.Snapshots;
import org.paivand.release.Borders;
import org.paivand.release.CaseRecords;
import org.paivand.release.Deliberations;
import org.paivand.release.Disclosing;
import org.paivand.release.Expiries;
import org.paivand.release.GrantForesight;
import org.paivand.release.Previews;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;
import org.paivand.reminder.ReminderRound;
import org.paivand.reporting.ReportingDesk;
import org.paivand.reporting.jdbc.JdbcStatutoryNotifications;
import org.paivand.rest.Proxies;
import org.paivand.restatement.LostConsents;
import org.paivand.restatement.Restatement;
import org.paivand.restatement.RestatementDesk;
import org.paivand.statistics.StatisticsDesk;
import org.paivand.statistics.jdbc.JdbcStatisticsBook;
import org.paivand.status.StatusDesk;
import org.paivand.witness.WitnessDesk;

/** Everything a node is made of, put together once. Runs in Payara and in a bare JVM alike. */
public final class Node implements AutoCloseable {
    /** For what no request of the API comes before: work in the background, and persons' pages. */
    private static final Duration LOOK_FOR_CHANGES = Duration.ofSeconds(5);

    private static final Duration TELL = Duration.ofMillis(500);

    /** Each takes a thread of the server while it waits. */
    private static final int WAITING_READERS = 16;

    private static final int WAITING_READERS_OF_ONE = 4;

    private static final Logger LOG = Logger.getLogger("org.paivand.node");

    final LiveDirectories directories;
    final RegistryDesk registry;
    final ImportDesk imports;
    final LiveCaseDesk liveCases;
    final Snapshots snapshots;
    final PolicyDesk policies;
    final NoticeTexts noticeTexts;
    final Pages pages;
    final Proxies proxies;
    final Limits limits;
    final Tickets tickets;
    final Attempts attempts = new Attempts();
    final ReceiptDesk receipts;
    final PersonDesk persons;
    final WorkerDesk workers;
    final ComplaintDesk complaints;
    final Clock clock;
    final Database database;
    final LogState log;
    final LogFiles logFiles;
    final PublicLog publicLog;
    final WitnessState witnesses;
    final WitnessDesk witness;
    final CaseDesk cases;
    final ConsentBook consentBook;
    final ConsentDesk consents;
    final Previews previews;
    final Expiries expiries;
    final ContactDesk contacts;
    final StatisticsDesk statistics;
    final Offers offers;
    final GroupDesk groups;
    final JointLinkDesk jointLinks;
    final GroupOffers groupOffers;
    final NotificationFeed notifications;
    final Pulls pulls;
    final FeedbackDesk feedback;
    final MessageDesk messages;
    final PlanDesk plans;
    final ReminderRound reminders;
    final ReferralDesk referrals;
    final CapacityDesk capacities;
    final ServiceSearch serviceSearch;
    final HandOverDesk handOvers;
    final FirstContact firstContact;
    final Strangers strangers;
    final ProtectionDesk protection;
    final StatusDesk statuses;
    final OutOfBandDesk outOfBand;
    final FormDesk forms;
    final ApprovalDesk approvals;
    final AgreementDesk agreements;
    final ErasureDesk erasures;
    final RestatementDesk restatements;
    final OpeningsDesk openings;
    final WaitingErasures waitingErasures;
    final NoticeDesk notices;
    final RetentionDesk retentions;
    final OverdueDesk missed;
    final Escalations escalations;
    final AuditDesk audit;
    final EvidenceDesk evidence;
    final ExportDesk exports;
    final EmergencyDesk emergencies;
    final AlertDesk alerts;
    final ReviewDesk reviews;
    final CourtOrderDesk courtOrders;
    final Replays replays;
    final Onboarding onboarding;
    final Demands demands;

    private final HikariDataSource pool;
    private final Sealing sealing;
    private final LogEnd logEnd;
    private final Rounds overdue;
    private final Rounds alternates;
    private final Rounds notificationRounds;
    private final Rounds reminderRounds;
    final Webhooking webhooks;
    final Mailing mails;
    final Intake intake;
    final ReportingDesk reporting;
    private final Rounds reportingRounds;
    private final Rounds registryWatch;

    /** Connects, checks the keys, writes the policy into the log and starts the sequencer; throws rather than half-start. */
    public Node(Settings settings, Rules rules, Clock clock)
            throws UnusableKeystoreException, UnusableSigningKeyException, CaseKeyException {
        this(settings, rules, clock, Onboarding.realm(settings));
    }

    /** The same with another realm than the one that the settings name. */
    Node(Settings settings, Rules rules, Clock clock, Optional<Realm> realm)
            throws UnusableKeystoreException, UnusableSigningKeyException, CaseKeyException {
        this.clock = clock;
        this.noticeTexts = rules.notices();
        this.sealing = new Sealing(settings, clock);
        Vault vault = sealing.vault;
        CaseContents contents = sealing.contents;
        Journal journal = sealing.journal;
        this.pool = settings.database().pool(settings.poolSize());
        this.database = new Database(pool);
        this.directories = new LiveDirectories(database, JdbcRegistryRecords::new);
        this.registryWatch = new Rounds("registry", LOOK_FOR_CHANGES, directories::refresh);
        RegistryBook book = new RegistryBook(JdbcRegistryRecords::new, directories);
        this.logEnd = new LogEnd(settings, sealing, database, clock);
        this.log = logEnd.state;
        Witnesses witnessing = logEnd.witnessing;
        this.witnesses = logEnd.witnesses;
        this.witness = new WitnessDesk(witnessing.ofOthers(database), clock);
        this.publicLog = new PublicLog(settings.logPublic());
        this.logFiles = new LogFiles(database, settings.logOrigin(), witnessing.acceptance());

        Optional<NoteSigner> directoryKey =
                logEnd.signingKeys.directory(settings.publishing().origin(settings.logOrigin()));
        tell(directoryKey);
        this.snapshots = new Snapshots(
                () -> counted(book), directoryKey, settings.publishing().validity(), clock);

        Stores stores = new Stores(directories, sealing.evidence, sealing.marks, clock);
        Function<Transaction, CaseRecords> records = stores::records;
        Deliberations deliberations = new Deliberations(directories, contents);
        Settings.Keeping keeping = settings.keeping();
        StopUse stopUse = new StopUse(
                stores.holdings, stores.notices, JdbcNotifications::new, directories, journal, keeping.answerWithin());
        Answers answers = new Answers(new JdbcWrittenEvents(vault), journal, directories, clock);
        this.notices = new NoticeDesk(
                database,
                stores.notices,
                stores.holdings,
                stores.deadlines,
                stores.cases,
                answers,
                new Journeys(keeping.longestJourney()),
                log,
                clock);
        this.retentions = new RetentionDesk(
                database,
                stores.holdings,
                stores.deadlines,
                JdbcClosedCases::new,
                answers,
                new RetentionDesk.Periods(keeping.remindBefore(), keeping.closedCases()),
                log,
                clock);
        this.escalations =
                new Escalations(stores.cases, stores.consents, stores.continuity, directories, settings.operator());
        OverdueWatch overdueWatch =
                new OverdueWatch(logEnd.database, stores.deadlines, escalations, logEnd.leases, clock);
        this.overdue = new Rounds("overdue", keeping.checkEvery(), overdueWatch::look);
        Disclosing disclosing = new Disclosing(directories, contents, stores.holdings, journal, sealing.random);
        this.strangers = new Strangers(database, disclosing, clock);
        Borders borders = new Borders(directories, settings.operator(), witnesses);
        Releases releases = new Releases(database, records, deliberations, disclosing, strangers, log, borders, clock);
        this.cases = new CaseDesk(
                database,
                stores.cases,
                contents,
                directories,
                (transaction, instant) ->
                        stores.policies.at(transaction, instant).policy(),
                clock);
        Linking linking = new Linking(stores, directories, sealing);
        this.consentBook = new ConsentBook(
                stores.cases,
                stores.consents,
                contents,
                journal,
                List.of(stopUse, new DisputeAlert(stores.alerts), linking.ending),
                stores.continuity,
                clock);
        this.contacts = new ContactDesk(new Once(database), cases, clock);
        this.statistics = new StatisticsDesk(database, JdbcStatisticsBook::new, CountedCodes.OF, clock);
        FormBook forms = new FormBook(stores.formBlocks);
        this.forms = new FormDesk(database, stores.formBlocks, sealing.random, clock);
        this.consents =
                new ConsentDesk(database, consentBook, new GrantForesight(records, deliberations), forms, log, clock);
        this.previews = new Previews(database, records, deliberations, clock);
        this.expiries = new Expiries(database, records, contents, directories, clock);
        Places places = new Places(stores.capacities, directories);
        this.capacities = new CapacityDesk(database, stores.capacities, directories, clock);
        this.serviceSearch =
                new ServiceSearch(database, stores.capacities, stores.agreements, stores.policies, directories, clock);
        this.offers = new Offers(
                releases,
                database,
                stores.referrals,
                places,
                settings.respondWithin(),
                JdbcNotifications::new,
                forms,
                new AskedItems(stores.cases, stores.plans, stores.referrals, contents),
                linking.offers,
                directories);
        this.groups = new GroupDesk(database, stores.cases, stores.links, consentBook, clock);
        this.jointLinks = linking.desk(database, consentBook, clock);
        this.groupOffers = new GroupOffers(releases, database, stores.referrals, stores.links, places, offers, clock);
        AlternateOffers alternateOffers =
                new AlternateOffers(logEnd.database, stores.referrals, offers, directories, logEnd.leases, clock);
        this.alternates = new Rounds("alternates", settings.respondWithin().lookEvery(), alternateOffers::offer);
        this.notifications =
                new NotificationFeed(database, JdbcNotifications::new, WAITING_READERS, WAITING_READERS_OF_ONE);
        NotificationRound round = new NotificationRound(
                logEnd.database,
                JdbcNotifications::new,
                (host, hosted) -> directories.current().hosts(host, hosted),
                logEnd.leases,
                notifications,
                clock);
        this.webhooks = new Webhooking(settings, database, logEnd, sealing, clock);
        this.mails = new Mailing(settings.mail(), database, logEnd, sealing, clock);
        this.notificationRounds = new Rounds("notifications", TELL, round::make);
        this.pulls = new Pulls(
                releases, previews, stores.referrals, stores.feedbacks, stores.messages, directories, strangers, clock);
        Readers readers = new Readers(deliberations, JdbcNotifications::new);
        this.messages =
                new MessageDesk(database, records, stores.referrals, stores.messages, cases, contents, readers, clock);
        this.feedback = new FeedbackDesk(
                database, records, stores.referrals, stores.feedbacks, cases, contents, readers, clock);
        this.plans = new PlanDesk(
                database,
                new PlanDesk.Stores(stores.cases, stores.plans, stores.referrals, stores.reminders),
                cases,
                contents,
                directories,
                clock);
        this.reminders = new ReminderRound(
                logEnd.database,
                stores.reminders,
                JdbcNotifications::new,
                (transaction, instant) ->
                        stores.policies.at(transaction, instant).policy(),
                expiries::ends,
                settings.reminding(),
                logEnd.leases,
                clock);
        this.reminderRounds = new Rounds("reminders", settings.reminding().lookEvery(), reminders::make);
        this.firstContact =
                new FirstContact(new Once(database), stores.referrals, consentBook, directories, log, clock);
        this.referrals =
                new ReferralDesk(database, stores.referrals, places, JdbcNotifications::new, forms, directories, clock);
        this.handOvers = new HandOverDesk(
                database,
                new HandOverDesk.Stores(stores.handOvers, stores.cases, stores.referrals, JdbcNotifications::new),
                consentBook,
                new HandOverConsent(directories, records, deliberations),
                journal,
                log,
                settings.respondWithin().period(Urgency.NORMAL),
                clock);
        this.statuses = new StatusDesk(
                releases,
                (caller, referral) -> new Pull(
                        stores.referrals,
                        stores.messages,
                        directories,
                        caller,
                        new ReferralId(referral),
                        Set.of(Category.EXPERIENCE)),
                stores.statusDecisions,
                contents,
                directories,
                journal);
        OutOfBandBook outOfBandBook = new OutOfBandBook(stores.outOfBand, new JdbcWrittenEvents(vault));
        this.outOfBand = new OutOfBandDesk(
                database,
                consentBook,
                records,
                deliberations,
                outOfBandBook,
                forms,
                directories,
                journal,
                log,
                settings.recordLate(),
                clock);
        this.protection = new ProtectionDesk(
                database,
                stores.cases,
                stores.bestInterests,
                new AcceptedCases(stores.referrals, clock),
                directories,
                contents,
                journal,
                log,
                clock);
        Function<Transaction, SealedOpenings> sealedOpenings =
                transaction -> new JdbcSealedOpenings(transaction, witnessing.acceptance(), EvidenceVault::beginning);
        OpeningsErasure openingsErasure = new OpeningsErasure(sealedOpenings, settings.retention(), journal);
        AgencyRegister register = new BookedAgencies(book, journal, settings.operator());
        this.approvals = new ApprovalDesk(
                database,
                JpaApprovals::new,
                List.of(
                        new AgreementChange(stores.agreements),
                        new PolicyChange(stores.policyRecords, journal),
                        new ItemChange(book),
                        new OnboardingChange(JdbcApplications::new, JdbcAgencyAccesses::new, register),
                        new RenewalChange(JdbcAgencyAccesses::new, register),
                        new ImportChange(book),
                        new CaseErasure(
                                stores.cases,
                                stores.referrals,
                                stores.emergencies,
                                stores.complaints,
                                contents,
                                journal),
                        new Restatement(consentBook, stores.continuity),
                        new BreakGlassChange(stores.emergencies, stores.alerts),
                        new CourtOrderChange(
                                stores.cases,
                                stores.courtOrders,
                                contents,
                                journal,
                                rules.document().policy().jurisdiction()),
                        openingsErasure),
                journal,
                log,
                clock);
        this.agreements = new AgreementDesk(database, stores.agreements, approvals, log, clock);
        ChangeRules changeRules = new ChangeRules(settings.operator());
        this.registry = new RegistryDesk(database, book, directories, changeRules, approvals, journal, log, clock);
        this.imports = new ImportDesk(database, book, directories, changeRules, approvals, journal, log, clock);
        this.liveCases = new LiveCaseDesk(database, JdbcLiveCases::new, directories, clock);
        this.policies = new PolicyDesk(database, stores.policyRecords, approvals, log, clock);
        this.erasures = new ErasureDesk(
                database,
                stores.cases,
                stores.referrals,
                stores.emergencies,
                stores.complaints,
                approvals,
                sealing.caseKeys,
                log,
                clock);
        this.restatements = new RestatementDesk(database, stores.cases, stores.continuity, approvals, log, clock);
        this.openings =
                new OpeningsDesk(database, sealedOpenings, openingsErasure, approvals, sealing.yearKeys, log, clock);
        this.waitingErasures = new WaitingErasures(approvals);
        EvidencePlans plans = new EvidencePlans(database, settings.logOrigin(), witnessing.acceptance());
        JdbcEntrySearch search = new JdbcEntrySearch(vault, settings.logOrigin(), witnessing.acceptance());
        Accesses accesses = new Accesses(journal, clock);
        this.missed = new OverdueDesk(database, stores.deadlines, directories, accesses, log, clock);
        this.audit = new AuditDesk(database, search, accesses, log, clock);
        this.evidence = new EvidenceDesk(
                database,
                search,
                plans,
                new EvidenceBundles(database, vault, witnessing.acceptance()),
                accesses,
                log,
                witnesses);
        this.intake = new Intake(settings, database, directories, sealing, cases, contacts, log, clock);
        this.reporting = new ReportingDesk(
                database, JdbcStatutoryNotifications::new, JdbcNotifications::new, directories, journal, log, clock);
        this.reportingRounds = new Rounds("statutory-notifications", keeping.checkEvery(), reporting::forget);
        Settings.Person person = settings.person();
        PersonSeals seals = new PersonSeals(sealing.keystore);
        Deliveries deliveries = new Deliveries(search, sealing.tokens);
        WorkerChoices workerChoices = new WorkerChoices(JdbcKnownWorkers::new, directories, seals);
        Barring barring = new Barring(directories);
        this.workers = new WorkerDesk(database, consentBook, workerChoices, barring, log, clock);
        ComplaintBook complaintBook = new ComplaintBook(stores.complaints, journal);
        this.complaints = new ComplaintDesk(
                database,
                new ComplaintDesk.Stores(stores.cases, stores.referrals, stores.complaints),
                consentBook,
                complaintBook,
                deliveries::received,
                journal,
                accesses,
                log,
                clock);
        WishedEnds wishedEnds = new WishedEnds(stores.referrals, JdbcNotifications::new);
        Overviews overviews = new Overviews(
                stores.cases,
                contents,
                directories,
                deliveries,
                outOfBandBook,
                workerChoices,
                seals,
                complaintBook,
                wishedEnds,
                stores.statusDecisions);
        this.pages = new Pages(
                directories,
                person.zone(),
                person.address(),
                person.exit(),
                intake.receiver,
                Math.toIntExact(settings.form().keep().toDays()));
        this.proxies = new Proxies(person.proxies());
        this.limits =
                new Limits(settings.requests().ofClients(), settings.requests().ofStrangers(), System::nanoTime);
        this.tickets = new Tickets(seals);
        this.receipts = new ReceiptDesk(
                database, consentBook, JdbcPersonCodes::new, overviews, seals, journal, log, sealing.random);
        this.persons = new PersonDesk(
                database,
                consentBook,
                JdbcPersonCodes::new,
                overviews,
                barring,
                complaintBook,
                wishedEnds,
                seals,
                journal,
                new DuressAlert(stores.alerts),
                intake.submissions,
                intake.unsending,
                log);
        this.exports = new ExportDesk(
                database, plans, new OpenedEntries(vault, settings.logOrigin()), journal, log, witnesses, clock);

        this.replays = new Replays(database, search, accesses, log);
        this.emergencies = new EmergencyDesk(
                database,
                stores.cases,
                stores.referrals,
                stores.emergencies,
                stores.alerts,
                stores.policies,
                releases,
                strangers,
                approvals,
                log,
                clock);
        this.alerts = new AlertDesk(database, stores.alerts, accesses, log, clock);
        this.reviews = new ReviewDesk(
                database,
                records,
                stores.emergencies,
                stores.alerts,
                directories,
                contents,
                journal,
                accesses,
                replays,
                log,
                clock);
        this.courtOrders = new CourtOrderDesk(
                database,
                stores.cases,
                stores.referrals,
                approvals,
                strangers,
                rules.document().policy().jurisdiction(),
                log,
                clock);

        this.demands = () -> database.<Map<TrainedRole, String>, RuntimeException>commit(transaction ->
                stores.policies.at(transaction, clock.instant()).policy().accreditations());
        this.onboarding =
                new Onboarding(settings, database, logEnd, new RealmLink(realm), register, approvals, journal, clock);

        try {
            begin(
                    new PolicyBeginning(database, stores.policyRecords, journal, clock),
                    rules.document(),
                    settings.operator());
            begin(
                    new RegistryBeginning(database, book, JdbcRegistryRecords::new, journal, clock),
                    rules.directory(),
                    settings.operator());
            directories.refresh();
            uphold(erasures);
            erasures.finish();
            openings.finish();
            look(new LostConsents(database, stores.cases, stores.alerts, sealing.marks, stores.continuity, clock));
            logEnd.check();
        } catch (CaseKeyException | RuntimeException failed) {
            close();
            throw failed;
        }
        FocalPoints.trouble(directories.current(), clock.instant()).ifPresent(LOG::warning);
        logEnd.start();
        sealing.rotation.start();
        overdue.start();
        alternates.start();
        notificationRounds.start();
        reminderRounds.start();
        webhooks.start();
        mails.start();
        intake.start();
        reportingRounds.start();
        registryWatch.start();
        onboarding.start();
    }

    /** Files that hold something else are only told of: nobody's registry is replaced by a start. */
    private static void begin(RegistryBeginning beginning, Directory files, AgencyId operator) {
        if (!beginning.begin(files, operator)) {
            LOG.warning(
                    "the registry stays as it is in the book; the files that the node was started with differ from those"
                            + " it began with, and count for nothing");
        }
    }

    private Counted counted(RegistryBook book) {
        directories.refresh();
        return database.<Counted, RuntimeException>commit(transaction -> {
            Instant changedAt = new JdbcRegistryRecords(transaction).last().orElse(Instant.EPOCH);
            Edition edition = book.current(transaction);
            return new Counted(edition.directory(), edition.number(), changedAt);
        });
    }

    /** The operator hands the line to whoever is to verify directories. */
    private static void tell(Optional<NoteSigner> directoryKey) {
        LOG.info(() -> directoryKey
                .map(key -> "signed directories are by " + key.verifierKey().text())
                .orElse("no signed directory is published: the keystore has no directory-signing"));
    }

    private static void uphold(ErasureDesk erasures) throws CaseKeyException {
        int broughtBack = erasures.uphold();
        if (broughtBack > 0) {
            LOG.warning(() -> broughtBack + " erased cases came back with the database and were erased again");
        }
    }

    private static void look(LostConsents lost) throws CaseKeyException {
        LostConsents.Found found = lost.look();
        if (found.cases() + found.gone() > 0) {
            LOG.warning(() -> "the database lacks consents that were recorded: " + found.cases()
                    + " cases release nothing until two people answer for each; " + found.gone() + " cases are gone");
        }
    }

    /** A document that isn't in force is only told of: nobody's policy is replaced by a start. */
    private static void begin(PolicyBeginning beginning, PolicyDocument document, AgencyId operator) {
        PolicyDocument decides = beginning.begin(document, operator);
        if (!decides.sha256().equals(document.sha256())) {
            LOG.warning(() -> "policy " + decides.policy().version() + " ("
                    + decides.sha256().hex()
                    + ") stays in force; the node was started with "
                    + document.policy().version() + " (" + document.sha256().hex()
                    + "), which two people of the commission can put in force");
        }
    }

    @Override
    public void close() {
        sealing.rotation.close();
        overdue.close();
        alternates.close();
        notificationRounds.close();
        reminderRounds.close();
        webhooks.close();
        mails.close();
        intake.close();
        reportingRounds.close();
        registryWatch.close();
        onboarding.close();
        logEnd.close();
        database.close();
        pool.close();
    }
}
