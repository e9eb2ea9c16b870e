package org.paivand.wiring;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.paivand.agreement.AgreementStore;
import org.paivand.agreement.jpa.JpaConfirmedAgreements;
import org.paivand.capacity.Capacities;
import org.paivand.capacity.jdbc.JdbcCapacities;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseLinks;
import org.paivand.casefile.Cases;
import org.paivand.casefile.JointLinks;
import org.paivand.casefile.jpa.JdbcCaseLinks;
import org.paivand.casefile.jpa.JdbcJointLinks;
import org.paivand.casefile.jpa.JpaCases;
import org.paivand.casefile.key.ConsentMarks;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.complaint.Complaints;
import org.paivand.complaint.jdbc.JdbcComplaints;
import org.paivand.consent.Consents;
import org.paivand.consent.Continuity;
import org.paivand.consent.jpa.JpaConsents;
import org.paivand.courtorder.CourtOrders;
import org.paivand.courtorder.jdbc.JdbcCourtOrders;
import org.paivand.database.Transaction;
import org.paivand.disclosure.decision.StandaloneBasis;
import org.paivand.emergency.Alerts;
import org.paivand.emergency.Emergencies;
import org.paivand.emergency.jdbc.JdbcAlerts;
import org.paivand.emergency.jdbc.JdbcEmergencies;
import org.paivand.handover.HandOvers;
import org.paivand.handover.jpa.JpaHandOvers;
import org.paivand.holding.Deadlines;
import org.paivand.holding.Holdings;
import org.paivand.holding.Notices;
import org.paivand.holding.jdbc.JdbcDeadlines;
import org.paivand.holding.jdbc.JdbcHoldings;
import org.paivand.holding.jdbc.JdbcNotices;
import org.paivand.outofband.OutOfBandRecords;
import org.paivand.outofband.jdbc.JdbcOutOfBandRecords;
import org.paivand.paper.FormBlocks;
import org.paivand.paper.jdbc.JdbcFormBlocks;
import org.paivand.plan.Plans;
import org.paivand.plan.jdbc.JdbcPlans;
import org.paivand.policy.PoliciesInForce;
import org.paivand.policy.PolicyRecords;
import org.paivand.policy.jdbc.JdbcPolicyRecords;
import org.paivand.protection.BestInterestsDecisions;
import org.paivand.protection.ReportedChild;
import org.paivand.protection.jpa.JpaBestInterestsDecisions;
import org.paivand.referral.Feedbacks;
import org.paivand.referral.Messages;
import org.paivand.referral.Referrals;
import org.paivand.referral.jpa.JdbcFeedbacks;
import org.paivand.referral.jpa.JdbcMessages;
import org.paivand.referral.jpa.JpaReferrals;
import org.paivand.registry.directory.Directories;
import org.paivand.release.CaseRecords;
import org.paivand.reminder.Reminders;
import org.paivand.reminder.jdbc.JdbcReminders;
import org.paivand.status.StatusDecisions;
import org.paivand.status.jdbc.JdbcStatusDecisions;

/** How each kind of record is reached within a transaction. */
final class Stores {
    final Function<Transaction, Cases> cases;
    final Function<Transaction, CaseLinks> links = JdbcCaseLinks::new;
    final Function<Transaction, JointLinks> jointLinks = JdbcJointLinks::new;
    final Function<Transaction, Consents> consents;
    final Function<Transaction, Referrals> referrals = JpaReferrals::new;
    final Function<Transaction, Feedbacks> feedbacks = JdbcFeedbacks::new;
    final Function<Transaction, Messages> messages = JdbcMessages::new;
    final Function<Transaction, Plans> plans = JdbcPlans::new;
    final Function<Transaction, Reminders> reminders = JdbcReminders::new;
    final Function<Transaction, Capacities> capacities = JdbcCapacities::new;
    final Function<Transaction, HandOvers> handOvers = JpaHandOvers::new;
    final Function<Transaction, BestInterestsDecisions> bestInterests;
    final Function<Transaction, CourtOrders> courtOrders = JdbcCourtOrders::new;
    final Function<Transaction, Emergencies> emergencies;
    final Function<Transaction, Complaints> complaints = JdbcComplaints::new;
    final Function<Transaction, StatusDecisions> statusDecisions = JdbcStatusDecisions::new;
    final Function<Transaction, OutOfBandRecords> outOfBand = JdbcOutOfBandRecords::new;
    final Function<Transaction, FormBlocks> formBlocks = JdbcFormBlocks::new;
    final Function<Transaction, Alerts> alerts = JdbcAlerts::new;
    final Function<Transaction, Holdings> holdings = JdbcHoldings::new;
    final Function<Transaction, Notices> notices = JdbcNotices::new;
    final Function<Transaction, Deadlines> deadlines = JdbcDeadlines::new;
    final Function<Transaction, PolicyRecords> policyRecords = JdbcPolicyRecords::new;
    final Continuity continuity;
    final AgreementStore agreements;
    final PoliciesInForce policies;

    private final Directories directories;

    Stores(Directories directories, EvidenceVault evidence, ConsentMarks marks, Clock clock) {
        this.directories = directories;
        this.cases = transaction -> new JpaCases(transaction, directories.current());
        this.consents = transaction -> new JpaConsents(transaction, evidence);
        this.continuity = new Continuity(marks, cases, consents);
        this.bestInterests = transaction -> new JpaBestInterestsDecisions(transaction, directories.current());
        this.emergencies = transaction -> new JdbcEmergencies(transaction, evidence);
        this.agreements = new AgreementStore(directories, JpaConfirmedAgreements::new);
        this.policies = new PoliciesInForce(policyRecords, clock);
    }

    /** All that a decision about a case reads. */
    CaseRecords records(Transaction transaction) {
        Consents consents = this.consents.apply(transaction);
        return new CaseRecords(
                cases.apply(transaction),
                consents,
                caseId -> continuity.holds(transaction, consents, caseId),
                (file, facts, now) -> bases(transaction, file, facts, now),
                () -> agreements.all(transaction),
                instant -> policies.at(transaction, instant));
    }

    private List<StandaloneBasis> bases(
            Transaction transaction, CaseFile file, CaseContents.DecisionFacts facts, Instant now) {
        List<StandaloneBasis> bases =
                new ArrayList<>(bestInterests.apply(transaction).of(file.id()));
        bases.addAll(courtOrders.apply(transaction).of(file.id()));
        directories
                .current()
                .agency(file.controller())
                .flatMap(controller -> ReportedChild.duty(
                        file,
                        controller,
                        policies.at(transaction, now).policy(),
                        facts.age().safeguarded(now)))
                .ifPresent(bases::add);
        return bases;
    }
}
