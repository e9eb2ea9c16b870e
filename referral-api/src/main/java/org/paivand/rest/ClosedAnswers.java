package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.paivand.agreement.rest.AgreementPage;
import org.paivand.agreement.rest.MatrixView;
import org.paivand.approval.rest.ApprovalPage;
import org.paivand.approval.rest.ApprovalView;
import org.paivand.audit.rest.AuditWire;
import org.paivand.audit.rest.BundleFile;
import org.paivand.audit.rest.ExportStream;
import org.paivand.audit.rest.LogBytes;
import org.paivand.capacity.rest.CapacityWire;
import org.paivand.capacity.rest.SearchWire;
import org.paivand.casefile.rest.CaseOverview;
import org.paivand.casefile.rest.CasePage;
import org.paivand.complaint.rest.ComplaintWire;
import org.paivand.consent.rest.ConsentView;
import org.paivand.contact.rest.ContactResource;
import org.paivand.courtorder.rest.CourtOrderResource;
import org.paivand.emergency.rest.EmergencyWire;
import org.paivand.emergency.rest.ReplayPage;
import org.paivand.erasure.rest.ErasureResource;
import org.paivand.erasure.rest.OpeningsErasureResource;
import org.paivand.erasure.rest.WaitingErasureResource;
import org.paivand.group.rest.GroupWire;
import org.paivand.group.rest.JointLinkWire;
import org.paivand.handover.rest.HandOverWire;
import org.paivand.holding.rest.NoticeWire;
import org.paivand.holding.rest.RetentionWire;
import org.paivand.intake.rest.SubmissionWire;
import org.paivand.mail.rest.MailAddressResource;
import org.paivand.mail.rest.WayOutPage;
import org.paivand.notice.rest.NoticeBytes;
import org.paivand.notice.rest.NoticePage;
import org.paivand.notification.rest.NotificationResource;
import org.paivand.onboarding.rest.OnboardingWire;
import org.paivand.outofband.rest.OutOfBandWire;
import org.paivand.paper.rest.FormBlockResource;
import org.paivand.paper.rest.FormSheets;
import org.paivand.person.rest.HtmlPage;
import org.paivand.person.rest.WorkerResource;
import org.paivand.plan.rest.PlanResource;
import org.paivand.policy.rest.PolicyWire;
import org.paivand.problem.Problem;
import org.paivand.protection.rest.ProtectionResource;
import org.paivand.referral.rest.MessageResource;
import org.paivand.referral.rest.Wire;
import org.paivand.registry.hsds.rest.HsdsBytes;
import org.paivand.registry.hsds.rest.HsdsResource;
import org.paivand.registry.hsds.rest.ImportWire;
import org.paivand.registry.publication.rest.SnapshotBytes;
import org.paivand.registry.rest.AgencyPage;
import org.paivand.registry.rest.AgencyView;
import org.paivand.registry.rest.RegistryDocument;
import org.paivand.registry.rest.RegistryWire;
import org.paivand.release.LoggedDisclosure;
import org.paivand.release.rest.ReleaseWire;
import org.paivand.reporting.rest.StatutoryNotificationResource;
import org.paivand.restatement.rest.RestatementResource;
import org.paivand.screening.rest.ScreeningResource;
import org.paivand.statistics.rest.StatisticsResource;
import org.paivand.status.rest.StatusResource;
import org.paivand.webhook.rest.WebhookResource;
import org.paivand.witness.rest.WitnessText;

/**
 * The last door: an answer of a type that isn't on the list does not leave, whatever a resource method returned. The types on it
 * that can hold a person's data (a disclosure, a submission that is read, a status body's own decision) are made only after their
 * log entry is committed; a plan is its controller's own work, and goes to nobody else.
 */
@Provider
@Priority(1)
public class ClosedAnswers implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("org.paivand.answers");

    private static final Set<Class<?>> ADMITTED = Set.of(
            Problem.class,
            CaseOverview.class,
            CasePage.class,
            ConsentView.class,
            ConsentView.Page.class,
            NoticePage.class,
            NoticeBytes.class,
            HtmlPage.class,
            Wire.ReferralView.class,
            Wire.ReferralPage.class,
            Wire.GroupOfferView.class,
            GroupWire.CaseGroupView.class,
            GroupWire.CaseGroupList.class,
            JointLinkWire.ProposedJointLink.class,
            JointLinkWire.JointLinkView.class,
            JointLinkWire.JointLinkList.class,
            Wire.ReferralHistory.class,
            Wire.FeedbackNote.class,
            PlanResource.Plan.class,
            MessageResource.MessageNote.class,
            MessageResource.MessageNotes.class,
            ContactResource.RecordedContact.class,
            ScreeningResource.ScreeningSummary.class,
            SubmissionWire.SubmissionView.class,
            SubmissionWire.SubmissionPage.class,
            SubmissionWire.SubmissionContent.class,
            SubmissionWire.OpenedCase.class,
            StatutoryNotificationResource.NotificationView.class,
            StatutoryNotificationResource.NotificationList.class,
            NotificationResource.NotificationPage.class,
            MailAddressResource.MailAddressView.class,
            MailAddressResource.MailAddressPage.class,
            WayOutPage.class,
            WebhookResource.WebhookView.class,
            WebhookResource.WebhookPage.class,
            WebhookResource.DeadLetterPage.class,
            WebhookResource.Redelivery.class,
            Wire.FirstContact.class,
            HandOverWire.HandOverView.class,
            HandOverWire.HandOverPage.class,
            ReleaseWire.Preview.class,
            ReleaseWire.Permissions.class,
            ReleaseWire.ExpiryPage.class,
            LoggedDisclosure.class,
            ProtectionResource.GuardianFindingView.class,
            ProtectionResource.BestInterestsView.class,
            StatusResource.StatusDecisionView.class,
            OutOfBandWire.OutOfBandDisclosureView.class,
            OutOfBandWire.OutOfBandPage.class,
            FormBlockResource.FormBlockView.class,
            FormSheets.class,
            StatisticsResource.StatisticsView.class,
            AgencyView.class,
            AgencyPage.class,
            SnapshotBytes.class,
            RegistryDocument.class,
            RegistryWire.ChangePage.class,
            RegistryWire.LiveCasePage.class,
            CapacityWire.CapacityView.class,
            SearchWire.SearchView.class,
            HsdsBytes.class,
            HsdsResource.HsdsRoot.class,
            ImportWire.RegistryDifference.class,
            AuditWire.AuditPage.class,
            AuditWire.AuditEntry.class,
            AuditWire.ShreddedAuditEntry.class,
            AuditWire.ReviewPage.class,
            BundleFile.class,
            ExportStream.class,
            LogBytes.class,
            AgreementPage.class,
            MatrixView.class,
            PendingApproval.class,
            ErasureResource.ErasureView.class,
            WorkerResource.WorkerList.class,
            WorkerResource.BarView.class,
            ComplaintWire.FiledView.class,
            ComplaintWire.ComplaintView.class,
            ComplaintWire.ComplaintPage.class,
            RestatementResource.StandingView.class,
            RestatementResource.RestatementView.class,
            CourtOrderResource.OrderView.class,
            EmergencyWire.EmergencyView.class,
            EmergencyWire.AlertPage.class,
            EmergencyWire.ReviewQueue.class,
            EmergencyWire.ReviewView.class,
            EmergencyWire.ReasonsView.class,
            EmergencyWire.LateReviewPage.class,
            ReplayView.class,
            ReplayPage.class,
            OpeningsErasureResource.OpeningsErasureView.class,
            WaitingErasureResource.ErasurePage.class,
            NoticeWire.NoticePage.class,
            NoticeWire.NoticeView.class,
            NoticeWire.CaseNoticePage.class,
            RetentionWire.RetentionPage.class,
            RetentionWire.ErasedView.class,
            RetentionWire.CaseDuePage.class,
            RetentionWire.OverduePage.class,
            ApprovalPage.class,
            ApprovalView.class,
            PolicyWire.PolicyList.class,
            PolicyWire.PolicyText.class,
            PolicyWire.ProposalView.class,
            PolicyWire.ProposalPage.class,
            OnboardingWire.ApplicationReceipt.class,
            OnboardingWire.ApplicationView.class,
            OnboardingWire.ApplicationPage.class,
            OnboardingWire.AccessView.class,
            OnboardingWire.CredentialView.class,
            WitnessText.class);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity() && !ADMITTED.contains(response.getEntity().getClass())) {
            String refused = response.getEntity().getClass().getName();
            LOG.log(Level.SEVERE, () -> "an answer of type " + refused + " was held back");
            response.setEntity(null);
            response.setStatus(500);
        }
    }
}
