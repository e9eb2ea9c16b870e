package org.paivand.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.paivand.agreement.rest.AgreementResource;
import org.paivand.approval.rest.ApprovalResource;
import org.paivand.audit.rest.AuditResource;
import org.paivand.audit.rest.ExportResource;
import org.paivand.capacity.rest.CapacityResource;
import org.paivand.capacity.rest.SearchResource;
import org.paivand.casefile.rest.CaseResource;
import org.paivand.complaint.rest.CaseComplaintResource;
import org.paivand.complaint.rest.ComplaintResource;
import org.paivand.consent.rest.ConsentChangeResource;
import org.paivand.consent.rest.ConsentResource;
import org.paivand.contact.rest.ContactResource;
import org.paivand.courtorder.rest.CourtOrderResource;
import org.paivand.emergency.rest.AlertResource;
import org.paivand.emergency.rest.BreakGlassResource;
import org.paivand.emergency.rest.EmergencyResource;
import org.paivand.emergency.rest.ReviewResource;
import org.paivand.erasure.rest.ErasureResource;
import org.paivand.erasure.rest.OpeningsErasureResource;
import org.paivand.erasure.rest.WaitingErasureResource;
import org.paivand.group.rest.CaseGroupResource;
import org.paivand.group.rest.GroupsOfCaseResource;
import org.paivand.group.rest.JointLinkResource;
import org.paivand.handover.rest.HandOverResource;
import org.paivand.handover.rest.NewHandOverResource;
import org.paivand.holding.rest.CaseNoticeResource;
import org.paivand.holding.rest.NoticeResource;
import org.paivand.holding.rest.OverdueResource;
import org.paivand.holding.rest.RetentionResource;
import org.paivand.intake.rest.SubmissionResource;
import org.paivand.mail.rest.MailAddressResource;
import org.paivand.notice.rest.NoticeTextResource;
import org.paivand.notification.rest.NotificationResource;
import org.paivand.onboarding.rest.ApplicationResource;
import org.paivand.onboarding.rest.OffBoardingResource;
import org.paivand.outofband.rest.OutOfBandResource;
import org.paivand.paper.rest.FormBlockResource;
import org.paivand.paper.rest.FormResource;
import org.paivand.person.rest.ReceiptResource;
import org.paivand.person.rest.WorkerResource;
import org.paivand.plan.rest.PlanResource;
import org.paivand.policy.rest.PolicyResource;
import org.paivand.protection.rest.ProtectionResource;
import org.paivand.referral.rest.FeedbackResource;
import org.paivand.referral.rest.FirstContactResource;
import org.paivand.referral.rest.GroupOfferResource;
import org.paivand.referral.rest.MessageResource;
import org.paivand.referral.rest.OnwardResource;
import org.paivand.referral.rest.ReferralResource;
import org.paivand.referral.rest.ReleaseResource;
import org.paivand.referral.rest.TransitionResource;
import org.paivand.registry.hsds.rest.RegistryExportResource;
import org.paivand.registry.hsds.rest.RegistryImportResource;
import org.paivand.registry.publication.rest.SnapshotResource;
import org.paivand.registry.rest.AgencyResource;
import org.paivand.registry.rest.LiveCaseResource;
import org.paivand.registry.rest.RegistryResource;
import org.paivand.release.rest.ExpiryResource;
import org.paivand.release.rest.LoggedDisclosureWriter;
import org.paivand.release.rest.PreviewResource;
import org.paivand.reporting.rest.StatutoryNotificationResource;
import org.paivand.restatement.rest.RestatementResource;
import org.paivand.screening.rest.ScreeningResource;
import org.paivand.statistics.rest.StatisticsResource;
import org.paivand.status.rest.StatusResource;
import org.paivand.webhook.rest.WebhookResource;

/** The API for agencies, in its first version. */
@ApplicationScoped
@ApplicationPath("/api/v1")
@LoginConfig(authMethod = "MP-JWT", realmName = "paivand")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(Providers.ALL);
        classes.addAll(List.of(
                CaseResource.class,
                PlanResource.class,
                ConsentResource.class,
                ConsentChangeResource.class,
                NoticeTextResource.class,
                ReceiptResource.class,
                PreviewResource.class,
                ExpiryResource.class,
                ReferralResource.class,
                TransitionResource.class,
                ContactResource.class,
                ScreeningResource.class,
                SubmissionResource.class,
                StatutoryNotificationResource.class,
                NotificationResource.class,
                WebhookResource.class,
                MailAddressResource.class,
                ReleaseResource.class,
                FeedbackResource.class,
                MessageResource.class,
                OnwardResource.class,
                CaseGroupResource.class,
                GroupsOfCaseResource.class,
                JointLinkResource.class,
                GroupOfferResource.class,
                FirstContactResource.class,
                NewHandOverResource.class,
                HandOverResource.class,
                ProtectionResource.class,
                StatusResource.class,
                OutOfBandResource.class,
                FormBlockResource.class,
                FormResource.class,
                StatisticsResource.class,
                AgencyResource.class,
                SnapshotResource.class,
                LiveCaseResource.class,
                RegistryResource.class,
                CapacityResource.class,
                SearchResource.class,
                AgreementResource.class,
                RegistryExportResource.class,
                RegistryImportResource.class,
                ApplicationResource.class,
                OffBoardingResource.class,
                ApprovalResource.class,
                PolicyResource.class,
                ErasureResource.class,
                RestatementResource.class,
                ComplaintResource.class,
                CaseComplaintResource.class,
                WorkerResource.class,
                CourtOrderResource.class,
                BreakGlassResource.class,
                EmergencyResource.class,
                AlertResource.class,
                ReviewResource.class,
                OpeningsErasureResource.class,
                WaitingErasureResource.class,
                NoticeResource.class,
                CaseNoticeResource.class,
                RetentionResource.class,
                OverdueResource.class,
                AuditResource.class,
                ExportResource.class,
                LoggedDisclosureWriter.class,
                KnownParameters.class));
        return classes;
    }
}
