package org.paivand.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.paivand.agreement.AgreementDesk;
import org.paivand.approval.ApprovalDesk;
import org.paivand.audit.desk.AuditDesk;
import org.paivand.audit.desk.EvidenceDesk;
import org.paivand.audit.desk.ExportDesk;
import org.paivand.audit.desk.OverdueDesk;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.jdbc.LogFiles;
import org.paivand.caller.Demands;
import org.paivand.caller.PublicLog;
import org.paivand.capacity.CapacityDesk;
import org.paivand.capacity.ServiceSearch;
import org.paivand.casefile.CaseDesk;
import org.paivand.complaint.ComplaintDesk;
import org.paivand.consent.ConsentDesk;
import org.paivand.contact.ContactDesk;
import org.paivand.courtorder.CourtOrderDesk;
import org.paivand.database.Migrations;
import org.paivand.emergency.AlertDesk;
import org.paivand.emergency.EmergencyDesk;
import org.paivand.emergency.ReviewDesk;
import org.paivand.entry.LogState;
import org.paivand.entry.WitnessState;
import org.paivand.erasure.ErasureDesk;
import org.paivand.erasure.OpeningsDesk;
import org.paivand.erasure.WaitingErasures;
import org.paivand.group.GroupDesk;
import org.paivand.group.JointLinkDesk;
import org.paivand.handover.HandOverDesk;
import org.paivand.holding.NoticeDesk;
import org.paivand.holding.RetentionDesk;
import org.paivand.intake.Receiver;
import org.paivand.intake.SubmissionDesk;
import org.paivand.limit.Limits;
import org.paivand.mail.MailDesk;
import org.paivand.notice.NoticeTexts;
import org.paivand.notification.NotificationFeed;
import org.paivand.onboarding.ApplicationDesk;
import org.paivand.onboarding.CredentialDesk;
import org.paivand.onboarding.OffBoardingDesk;
import org.paivand.onboarding.rest.OpenDoor;
import org.paivand.outofband.OutOfBandDesk;
import org.paivand.paper.FormDesk;
import org.paivand.person.Attempts;
import org.paivand.person.PersonDesk;
import org.paivand.person.ReceiptDesk;
import org.paivand.person.Tickets;
import org.paivand.person.WorkerDesk;
import org.paivand.person.WritingDesk;
import org.paivand.person.page.Pages;
import org.paivand.plan.PlanDesk;
import org.paivand.policy.PolicyDesk;
import org.paivand.protection.ProtectionDesk;
import org.paivand.referral.FeedbackDesk;
import org.paivand.referral.FirstContact;
import org.paivand.referral.GroupOffers;
import org.paivand.referral.MessageDesk;
import org.paivand.referral.Offers;
import org.paivand.referral.Pulls;
import org.paivand.referral.ReferralDesk;
import org.paivand.registry.ImportDesk;
import org.paivand.registry.LiveCaseDesk;
import org.paivand.registry.LiveDirectories;
import org.paivand.registry.RegistryDesk;
import org.paivand.registry.publication.Snapshots;
import org.paivand.release.Expiries;
import org.paivand.release.Previews;
import org.paivand.release.Strangers;
import org.paivand.reporting.ReportingDesk;
import org.paivand.rest.Proxies;
import org.paivand.restatement.RestatementDesk;
import org.paivand.statistics.StatisticsDesk;
import org.paivand.status.StatusDesk;
import org.paivand.webhook.WebhookDesk;
import org.paivand.webhook.WebhookPolicy;
import org.paivand.witness.WitnessDesk;

/** Starts the node with the application and hands its parts to CDI. A node that can't start whole fails the deployment. */
@ApplicationScoped
public class Parts {
    /**
     * Driver and pool quote statements and traces when they fail; the SQL state, which is all an operator needs, is logged by us.
     * Held here, since a logger that nobody holds forgets its level.
     */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("org.mariadb.jdbc"), Logger.getLogger("com.zaxxer.hikari"));

    private @Nullable Node node;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) throws Exception {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        Settings settings = Settings.of(ConfigProvider.getConfig());
        settings.migration().ifPresent(access -> Migrations.run(access.url(), access.user(), access.password()));
        node = new Node(settings, Rules.load(settings), Clock.systemUTC());
    }

    void stop(@Observes @Destroyed(ApplicationScoped.class) Object event) {
        Optional.ofNullable(node).ifPresent(Node::close);
    }

    private Node node() {
        return Optional.ofNullable(node).orElseThrow(() -> new IllegalStateException("the node has not started"));
    }

    @Produces
    LiveDirectories directories() {
        return node().directories;
    }

    @Produces
    RegistryDesk registry() {
        return node().registry;
    }

    @Produces
    ImportDesk imports() {
        return node().imports;
    }

    @Produces
    LiveCaseDesk liveCases() {
        return node().liveCases;
    }

    @Produces
    Snapshots snapshots() {
        return node().snapshots;
    }

    @Produces
    PolicyDesk policies() {
        return node().policies;
    }

    @Produces
    NoticeTexts noticeTexts() {
        return node().noticeTexts;
    }

    @Produces
    Pages pages() {
        return node().pages;
    }

    @Produces
    Limits limits() {
        return node().limits;
    }

    @Produces
    Proxies proxies() {
        return node().proxies;
    }

    @Produces
    Tickets tickets() {
        return node().tickets;
    }

    @Produces
    ReceiptDesk receipts() {
        return node().receipts;
    }

    @Produces
    WritingDesk writing() {
        return node().intake.writing;
    }

    @Produces
    Receiver receiver() {
        return node().intake.receiver;
    }

    @Produces
    ReportingDesk reporting() {
        return node().reporting;
    }

    @Produces
    SubmissionDesk submissions() {
        return node().intake.desk;
    }

    @Produces
    PersonDesk persons() {
        return node().persons;
    }

    @Produces
    Attempts attempts() {
        return node().attempts;
    }

    @Produces
    InstantSource clock() {
        return node().clock;
    }

    @Produces
    LogState log() {
        return node().log;
    }

    @Produces
    WitnessState witnesses() {
        return node().witnesses;
    }

    @Produces
    WitnessDesk witness() {
        return node().witness;
    }

    @Produces
    LogFiles logFiles() {
        return node().logFiles;
    }

    @Produces
    CaseDesk cases() {
        return node().cases;
    }

    @Produces
    ConsentDesk consents() {
        return node().consents;
    }

    @Produces
    Previews previews() {
        return node().previews;
    }

    @Produces
    ContactDesk contacts() {
        return node().contacts;
    }

    @Produces
    Offers offers() {
        return node().offers;
    }

    @Produces
    GroupDesk groups() {
        return node().groups;
    }

    @Produces
    JointLinkDesk jointLinks() {
        return node().jointLinks;
    }

    @Produces
    GroupOffers groupOffers() {
        return node().groupOffers;
    }

    @Produces
    MailDesk mails() {
        return node().mails.desk;
    }

    @Produces
    NotificationFeed notifications() {
        return node().notifications;
    }

    @Produces
    WebhookDesk webhooks() {
        return node().webhooks.desk;
    }

    @Produces
    WebhookPolicy webhookPolicy() {
        return node().webhooks.policy;
    }

    @Produces
    Pulls pulls() {
        return node().pulls;
    }

    @Produces
    FeedbackDesk feedback() {
        return node().feedback;
    }

    @Produces
    MessageDesk messages() {
        return node().messages;
    }

    @Produces
    PlanDesk plans() {
        return node().plans;
    }

    @Produces
    ReferralDesk referrals() {
        return node().referrals;
    }

    @Produces
    CapacityDesk capacities() {
        return node().capacities;
    }

    @Produces
    ServiceSearch serviceSearch() {
        return node().serviceSearch;
    }

    @Produces
    Expiries expiries() {
        return node().expiries;
    }

    @Produces
    HandOverDesk handOvers() {
        return node().handOvers;
    }

    @Produces
    FirstContact firstContact() {
        return node().firstContact;
    }

    @Produces
    Strangers strangers() {
        return node().strangers;
    }

    @Produces
    ProtectionDesk protection() {
        return node().protection;
    }

    @Produces
    StatisticsDesk statistics() {
        return node().statistics;
    }

    @Produces
    OutOfBandDesk outOfBand() {
        return node().outOfBand;
    }

    @Produces
    FormDesk forms() {
        return node().forms;
    }

    @Produces
    StatusDesk statuses() {
        return node().statuses;
    }

    @Produces
    ApprovalDesk approvals() {
        return node().approvals;
    }

    @Produces
    AgreementDesk agreements() {
        return node().agreements;
    }

    @Produces
    AuditDesk audit() {
        return node().audit;
    }

    @Produces
    NoticeDesk notices() {
        return node().notices;
    }

    @Produces
    RetentionDesk retentions() {
        return node().retentions;
    }

    @Produces
    OverdueDesk missed() {
        return node().missed;
    }

    @Produces
    WorkerDesk workers() {
        return node().workers;
    }

    @Produces
    ComplaintDesk complaints() {
        return node().complaints;
    }

    @Produces
    RestatementDesk restatements() {
        return node().restatements;
    }

    @Produces
    ErasureDesk erasures() {
        return node().erasures;
    }

    @Produces
    OpeningsDesk openings() {
        return node().openings;
    }

    @Produces
    WaitingErasures waitingErasures() {
        return node().waitingErasures;
    }

    @Produces
    EvidenceDesk evidence() {
        return node().evidence;
    }

    @Produces
    ExportDesk exports() {
        return node().exports;
    }

    @Produces
    EmergencyDesk emergencies() {
        return node().emergencies;
    }

    @Produces
    AlertDesk alerts() {
        return node().alerts;
    }

    @Produces
    ReviewDesk reviews() {
        return node().reviews;
    }

    @Produces
    CourtOrderDesk courtOrders() {
        return node().courtOrders;
    }

    @Produces
    Replays replays() {
        return node().replays;
    }

    @Produces
    ApplicationDesk applications() {
        return node().onboarding.applications;
    }

    @Produces
    CredentialDesk credentials() {
        return node().onboarding.credentials;
    }

    @Produces
    OffBoardingDesk offBoarding() {
        return node().onboarding.offBoarding;
    }

    @Produces
    Demands demands() {
        return node().demands;
    }

    @Produces
    OpenDoor openDoor() {
        return node().onboarding.door;
    }

    @Produces
    PublicLog publicLog() {
        return node().publicLog;
    }
}
