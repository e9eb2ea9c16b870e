package org.paivand.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Logger;
import org.paivand.agreement.AgreementChange;
import org.paivand.agreement.AgreementDesk;
import org.paivand.agreement.AgreementStore;
import org.paivand.agreement.jpa.JpaConfirmedAgreements;
import org.paivand.approval.ApprovalDesk;
import org.paivand.approval.jpa.JpaApprovals;
import org.paivand.audit.check.LogCheck;
import org.paivand.audit.check.SelfCheck;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.cosigning.CosigningRunner;
import org.paivand.audit.desk.Accesses;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceDesk;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.OverdueDesk;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.jdbc.EvidenceBundles;
import org.paivand.audit.jdbc.EvidencePlans;
import org.paivand.audit.jdbc.JdbcEntries;
import org.paivand.audit.jdbc.JdbcEntrySearch;
import org.paivand.audit.jdbc.JdbcLogState;
import org.paivand.audit.jdbc.JdbcSealedOpenings;
import org.paivand.audit.jdbc.JdbcWrittenEvents;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.audit.jdbc.OpenedEntries;
import org.paivand.audit.jdbc.SearchIndexRunner;
import org.paivand.audit.jdbc.SearchIndexer;
import org.paivand.audit.key.KeystoreSigners;
import org.paivand.audit.key.UnusableSigningKeyException;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.sequencer.ChangeRecord;
import org.paivand.audit.sequencer.LogMemory;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.SequencerRunner;
import org.paivand.audit.sequencer.Succession;
import org.paivand.caller.PublicLog;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.Cases;
import org.paivand.casefile.jpa.JpaCases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.casefile.key.FileCaseKeys;
import org.paivand.casefile.key.KeyRotation;
import org.paivand.casefile.key.Keystore;
import org.paivand.casefile.key.KeystoreWrapping;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.casefile.key.UnusableKeystoreException;
import org.paivand.casefile.key.YearKeys;
import org.paivand.casefile.section.Urgency;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentDesk;
import org.paivand.consent.Consents;
import org.paivand.consent.jpa.JpaConsents;
import org.paivand.courtorder.CourtOrderChange;
import org.paivand.courtorder.CourtOrderDesk;
import org.paivand.courtorder.CourtOrders;
import org.paivand.courtorder.jdbc.JdbcCourtOrders;
import org.paivand.database.DataSources;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.decision.StandaloneBasis;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.emergency.AlertDesk;
import org.paivand.emergency.Alerts;
import org.paivand.emergency.BreakGlassChange;
import org.paivand.emergency.Emergencies;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.ReviewDesk;
import org.paivand.emergency.jdbc.JdbcAlerts;
import org.paivand.emergency.jdbc.JdbcEmergencies;
import org.paivand.entry.LogState;
import org.paivand.entry.LogStatus;
import org.paivand.entry.SealedOpenings;
import org.paivand.entry.Vault;
import org.paivand.entry.WitnessState;
import org.paivand.erasure.CaseErasure;
import org.paivand.erasure.ErasureDesk;
import org.paivand.erasure.OpeningsDesk;
import org.paivand.erasure.OpeningsErasure;
import org.paivand.erasure.WaitingErasures;
import org.paivand.handover.HandOverConsent;
import org.paivand.handover.HandOverDesk;
import org.paivand.handover.jpa.JpaHandOvers;
import org.paivand.holding.Answers;
import org.paivand.holding.Deadlines;
import org.paivand.holding.Holdings;
import org.paivand.holding.Journeys;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.Notices;
import org.paivand.holding.OverdueRunner;
import org.paivand.holding.OverdueWatch;
import org.paivand.holding.RetentionDesk;
import org.paivand.holding.StopUse;
import org.paivand.holding.jdbc.JdbcClosedCases;
import org.paivand.holding.jdbc.JdbcDeadlines;
import org.paivand.holding.jdbc.JdbcHoldings;
import org.paivand.holding.jdbc.JdbcNotices;
import org.paivand.idempotency.Once;
import org.paivand.journal.Journal;
import org.paivand.lease.Leases;
import org.paivand.lease.jdbc.JdbcLeases;
import org.paivand.notice.NoticeTexts;
import org.paivand.person.Attempts;
import org.paivand.person.Barring;
import org.paivand.person.Deliveries;
import org.paivand.person.Overviews;
import org.paivand.person.PersonDesk;
import org.paivand.person.ReceiptDesk;
import org.paivand.person.Tickets;
import org.paivand.person.jdbc.JdbcPersonCodes;
import org.paivand.person.page.Pages;
import org.paivand.person.rest.Proxies;
import org.paivand.policy.PoliciesInForce;
import org.paivand.policy.PolicyBeginning;
import org.paivand.policy.PolicyChange;
import org.paivand.policy.PolicyDesk;
import org.paivand.policy.PolicyRecords;
import org.paivand.policy.jdbc.JdbcPolicyRecords;
import org.paivand.protection.BestInterestsDecisions;
import org.paivand.protection.ProtectionDesk;
import org.paivand.protection.ReportedChild;
import org.paivand.protection.jpa.JpaBestInterestsDecisions;
import org.paivand.referral.AcceptedCases;
import org.paivand.referral.FirstContact;
import org.paivand.referral.Offers;
import org.paivand.referral.Pulls;
import org.paivand.referral.ReferralDesk;
import org.paivand.referral.Referrals;
import org.paivand.referral.jpa.JpaReferrals;
import org.paivand.registry.directory.Directory;
import org.paivand.release.Borders;
import org.paivand.release.CaseRecords;
import org.paivand.release.Deliberations;
import org.paivand.release.Disclosing;
import org.paivand.release.Expiries;
import org.paivand.release.GrantForesight;
import org.paivand.release.PolicyInForce;
import org.paivand.release.Previews;
import org.paivand.release.Releases;
import org.paivand.release.Strangers;
import org.paivand.witness.WitnessDesk;

/** Everything a node is made of, put together once. Runs in Payara and in a bare JVM alike. */
public final class Node implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("org.paivand.node");
    private static final int SEQUENCER_POOL = 3;
    private static final Duration LEASE = Duration.ofSeconds(6);

    final Directory directory;
    final PolicyDesk policies;
    final NoticeTexts noticeTexts;
    final Pages pages;
    final Proxies proxies;
    final Tickets tickets;
    final Attempts attempts = new Attempts();
    final ReceiptDesk receipts;
    final PersonDesk persons;
    final Clock clock;
    final Database database;
    final LogState log;
    final LogFiles logFiles;
    final PublicLog publicLog;
    final WitnessState witnesses;
    final WitnessDesk witness;
    final CaseDesk cases;
    final ConsentDesk consents;
    final Previews previews;
    final Expiries expiries;
    final Offers offers;
    final Pulls pulls;
    final ReferralDesk referrals;
    final HandOverDesk handOvers;
    final FirstContact firstContact;
    final Strangers strangers;
    final ProtectionDesk protection;
    final ApprovalDesk approvals;
    final AgreementDesk agreements;
    final ErasureDesk erasures;
    final OpeningsDesk openings;
    final WaitingErasures waitingErasures;
    final NoticeDesk notices;
    final RetentionDesk retentions;
    final OverdueDesk missed;
    final AuditDesk audit;
    final EvidenceDesk evidence;
    final ExportDesk exports;
    final EmergencyDesk emergencies;
    final AlertDesk alerts;
    final ReviewDesk reviews;
    final CourtOrderDesk courtOrders;
    final Replays replays;

    private final HikariDataSource pool;
    private final HikariDataSource sequencerPool;
    private final Database sequencerDatabase;
    private final SequencerRunner sequencer;
    private final SelfCheck selfCheck;
    private final SearchIndexRunner searchIndex;
    private final CosigningRunner cosigning;
    private final KeyRotation keyRotation;
    private final OverdueRunner overdue;

    /** Connects, checks the keys, writes the policy into the log and starts the sequencer; throws rather than half-start. */
    public Node(Settings settings, Rules rules, Clock clock)
            throws UnusableKeystoreException, UnusableSigningKeyException, CaseKeyException {
        this.clock = clock;
        this.directory = rules.directory();
        this.noticeTexts = rules.notices();
        Keystore keystore =
                Keystore.load(settings.keystore(), settings.keystorePassword().toCharArray());
        KeystoreSigners signingKeys = KeystoreSigners.open(settings.signingKeys());
        NoteSigner signingKey = signingKeys.require(settings.logOrigin());
        FileCaseKeys caseKeys = new FileCaseKeys(settings.caseKeys(), KeystoreWrapping.master(keystore));
        this.pool = pool(settings, settings.poolSize());
        this.database = new Database(pool);
        this.sequencerPool = pool(settings, SEQUENCER_POOL);
        this.sequencerDatabase = new Database(sequencerPool);

        SecureRandom random = new SecureRandom();
        YearKeys yearKeys = new YearKeys(settings.caseKeys(), KeystoreWrapping.evidence(keystore));
        EvidenceVault evidenceVault = new EvidenceVault(keystore, yearKeys);
        this.keyRotation = new KeyRotation(keystore, caseKeys, yearKeys);
        Vault vault = new EvidenceRecords(evidenceVault, clock);
        CaseContents contents = new CaseContents(caseKeys);
        Journal journal = new Journal(new JdbcEntries(vault), new CaseTokens(keystore), random);

        Leases leases = new JdbcLeases(sequencerDatabase);
        LogMemory memory = new LogMemory(
                new SignedLogs(
                        settings.keystore().toAbsolutePath().resolveSibling(".").normalize()),
                signingKeys);
        this.sequencer = new SequencerRunner(
                new Succession(
                        sequencerDatabase,
                        leases,
                        memory,
                        signingKey,
                        settings.logReason(),
                        new ChangeRecord(journal, settings.operator()),
                        clock,
                        step -> {}),
                new Sequencer(
                        sequencerDatabase, leases, memory.signer(signingKey), settings.logOrigin(), clock, step -> {}),
                leases,
                LEASE);
        this.log = new JdbcLogState(
                database, settings.logOrigin(), settings.maxLag(), sequencer::signer, clock, settings.maxStepBack());
        Witnesses witnessing = Witnesses.load(settings);
        this.witnesses = witnessing.state(database, clock);
        this.witness = new WitnessDesk(witnessing.ofOthers(database), clock);
        this.cosigning = witnessing.cosigning(database, clock, () -> sequencer.signer() == LogStatus.Signer.SOUND);
        this.publicLog = new PublicLog(settings.logPublic());
        this.logFiles = new LogFiles(database, settings.logOrigin(), witnessing.acceptance());

        Function<Transaction, Cases> caseStore = transaction -> new JpaCases(transaction, directory);
        Function<Transaction, Consents> consentStore = transaction -> new JpaConsents(transaction, evidenceVault);
        Function<Transaction, Referrals> referralStore = JpaReferrals::new;
        Function<Transaction, BestInterestsDecisions> decisionStore =
                transaction -> new JpaBestInterestsDecisions(transaction, directory);
        Function<Transaction, Emergencies> emergencyStore =
                transaction -> new JdbcEmergencies(transaction, evidenceVault);
        Function<Transaction, Alerts> alertStore = JdbcAlerts::new;
        Function<Transaction, CourtOrders> orderStore = JdbcCourtOrders::new;
        AgreementStore agreementStore = new AgreementStore(directory, JpaConfirmedAgreements::new);
        Function<Transaction, PolicyRecords> policyRecords = JdbcPolicyRecords::new;
        PoliciesInForce policiesInForce = new PoliciesInForce(policyRecords, clock);
        Function<Transaction, CaseRecords> records = transaction -> new CaseRecords(
                caseStore.apply(transaction),
                consentStore.apply(transaction),
                bases(
                        decisionStore.apply(transaction),
                        orderStore.apply(transaction),
                        instant -> policiesInForce.at(transaction, instant)),
                () -> agreementStore.all(transaction),
                instant -> policiesInForce.at(transaction, instant));

        Deliberations deliberations = new Deliberations(directory, contents);
        Function<Transaction, Holdings> holdingStore = JdbcHoldings::new;
        Function<Transaction, Notices> noticeStore = JdbcNotices::new;
        Function<Transaction, Deadlines> deadlineStore = JdbcDeadlines::new;
        Settings.Keeping keeping = settings.keeping();
        StopUse stopUse = new StopUse(holdingStore, noticeStore, directory, journal, keeping.answerWithin());
        Answers answers = new Answers(new JdbcWrittenEvents(vault), journal, directory, clock);
        this.notices = new NoticeDesk(
                database,
                noticeStore,
                holdingStore,
                deadlineStore,
                caseStore,
                answers,
                new Journeys(keeping.longestJourney()),
                log,
                clock);
        this.retentions = new RetentionDesk(
                database,
                holdingStore,
                deadlineStore,
                JdbcClosedCases::new,
                answers,
                new RetentionDesk.Periods(keeping.remindBefore(), keeping.closedCases()),
                log,
                clock);
        this.overdue = new OverdueRunner(
                new OverdueWatch(sequencerDatabase, deadlineStore, leases, clock), keeping.checkEvery());
        Disclosing disclosing = new Disclosing(directory, contents, holdingStore, journal, random);
        this.strangers = new Strangers(database, disclosing, clock);
        Borders borders = new Borders(directory, settings.operator(), witnesses);
        Releases releases = new Releases(database, records, deliberations, disclosing, strangers, log, borders, clock);
        this.cases = new CaseDesk(
                database,
                caseStore,
                contents,
                directory,
                (transaction, instant) ->
                        policiesInForce.at(transaction, instant).policy(),
                clock);
        ConsentBook consentBook = new ConsentBook(caseStore, consentStore, contents, journal, List.of(stopUse), clock);
        this.consents = new ConsentDesk(database, consentBook, new GrantForesight(records, deliberations), log, clock);
        this.previews = new Previews(database, records, deliberations, clock);
        this.expiries = new Expiries(database, records, contents, directory, clock);
        this.offers = new Offers(releases, referralStore, settings.respondWithin());
        this.pulls = new Pulls(releases, previews, referralStore, database, strangers, clock);
        this.firstContact = new FirstContact(new Once(database), referralStore, consentBook, directory, log, clock);
        this.referrals = new ReferralDesk(database, referralStore, clock);
        this.handOvers = new HandOverDesk(
                database,
                new HandOverDesk.Stores(JpaHandOvers::new, caseStore, referralStore),
                consentBook,
                new HandOverConsent(directory, records, deliberations),
                journal,
                log,
                settings.respondWithin().period(Urgency.NORMAL),
                clock);
        this.protection = new ProtectionDesk(
                database,
                caseStore,
                decisionStore,
                new AcceptedCases(referralStore, clock),
                directory,
                contents,
                journal,
                log,
                clock);
        Function<Transaction, SealedOpenings> sealedOpenings =
                transaction -> new JdbcSealedOpenings(transaction, witnessing.acceptance(), EvidenceVault::beginning);
        OpeningsErasure openingsErasure = new OpeningsErasure(sealedOpenings, settings.retention(), journal);
        this.approvals = new ApprovalDesk(
                database,
                JpaApprovals::new,
                List.of(
                        new AgreementChange(agreementStore),
                        new PolicyChange(policyRecords, journal),
                        new CaseErasure(caseStore, referralStore, emergencyStore, contents, journal),
                        new BreakGlassChange(emergencyStore, alertStore),
                        new CourtOrderChange(
                                caseStore,
                                orderStore,
                                contents,
                                journal,
                                rules.document().policy().jurisdiction()),
                        openingsErasure),
                journal,
                log,
                clock);
        this.agreements = new AgreementDesk(database, agreementStore, approvals, log, clock);
        this.policies = new PolicyDesk(database, policyRecords, approvals, log, clock);
        this.erasures =
                new ErasureDesk(database, caseStore, referralStore, emergencyStore, approvals, caseKeys, log, clock);
        this.openings = new OpeningsDesk(database, sealedOpenings, openingsErasure, approvals, yearKeys, log, clock);
        this.waitingErasures = new WaitingErasures(approvals);
        this.searchIndex = new SearchIndexRunner(new SearchIndexer(database));
        EvidencePlans plans = new EvidencePlans(database, settings.logOrigin(), witnessing.acceptance());
        JdbcEntrySearch search = new JdbcEntrySearch(vault, settings.logOrigin(), witnessing.acceptance());
        Accesses accesses = new Accesses(journal, clock);
        this.missed = new OverdueDesk(database, deadlineStore, accesses, log);
        this.audit = new AuditDesk(database, search, accesses, log, clock);
        this.evidence = new EvidenceDesk(
                database,
                search,
                plans,
                new EvidenceBundles(database, vault, witnessing.acceptance()),
                accesses,
                log,
                witnesses);
        Settings.Person person = settings.person();
        PersonSeals seals = new PersonSeals(keystore);
        Deliveries deliveries = new Deliveries(search, new CaseTokens(keystore));
        Overviews overviews = new Overviews(caseStore, contents, directory, deliveries, seals);
        this.pages = new Pages(directory, person.zone(), person.address(), person.exit());
        this.proxies = new Proxies(person.proxies());
        this.tickets = new Tickets(seals);
        this.receipts =
                new ReceiptDesk(database, consentBook, JdbcPersonCodes::new, overviews, seals, journal, log, random);
        this.persons = new PersonDesk(
                database, consentBook, JdbcPersonCodes::new, overviews, new Barring(directory), seals, journal, log);
        this.exports = new ExportDesk(
                database, plans, new OpenedEntries(vault, settings.logOrigin()), journal, log, witnesses, clock);

        this.replays = new Replays(database, search, accesses, log);
        this.emergencies = new EmergencyDesk(
                database,
                caseStore,
                referralStore,
                emergencyStore,
                alertStore,
                policiesInForce,
                releases,
                strangers,
                approvals,
                log,
                clock);
        this.alerts = new AlertDesk(database, alertStore, accesses, log, clock);
        this.reviews = new ReviewDesk(
                database,
                records,
                emergencyStore,
                alertStore,
                directory,
                contents,
                journal,
                accesses,
                replays,
                log,
                clock);
        this.courtOrders = new CourtOrderDesk(
                database,
                caseStore,
                referralStore,
                approvals,
                strangers,
                rules.document().policy().jurisdiction(),
                log,
                clock);

        this.selfCheck = new SelfCheck(new LogCheck(sequencerDatabase, vault), leases, settings.checkEvery());
        try {
            begin(new PolicyBeginning(database, policyRecords, journal, clock), rules.document(), settings.operator());
            erasures.uphold();
            erasures.finish();
            openings.finish();
            selfCheck.start();
        } catch (CaseKeyException | RuntimeException failed) {
            close();
            throw failed;
        }
        sequencer.start();
        searchIndex.start();
        cosigning.start();
        keyRotation.start();
        overdue.start();
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

    private CaseRecords.Bases bases(
            BestInterestsDecisions decisions, CourtOrders orders, Function<Instant, PolicyInForce> policies) {
        return (file, facts, now) -> {
            List<StandaloneBasis> bases = new ArrayList<>(decisions.of(file.id()));
            bases.addAll(orders.of(file.id()));
            directory
                    .agency(file.controller())
                    .flatMap(controller -> ReportedChild.duty(
                            file,
                            controller,
                            policies.apply(now).policy(),
                            facts.age().safeguarded(now)))
                    .ifPresent(bases::add);
            return bases;
        };
    }

    private static HikariDataSource pool(Settings settings, int size) {
        Settings.DatabaseAccess access = settings.database();
        return DataSources.pool(access.url(), access.user(), access.password(), size);
    }

    @Override
    public void close() {
        keyRotation.close();
        selfCheck.close();
        searchIndex.close();
        cosigning.close();
        overdue.close();
        sequencer.close();
        sequencerDatabase.close();
        sequencerPool.close();
        database.close();
        pool.close();
    }
}
