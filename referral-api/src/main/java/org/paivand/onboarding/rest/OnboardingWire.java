package org.paivand.onboarding.rest;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.registry.rest.AgencyView;

/** The contract's records about agencies that come and go. */
public final class OnboardingWire {
    private OnboardingWire() {}

    /** The contract's NewAgencyApplication. */
    public record NewApplication(ApplyingAgency agency, OfficeContact contact) {}

    /** The contract's ApplyingAgency. */
    public record ApplyingAgency(
            String agencyId,
            String kind,
            String jurisdiction,
            AgencyView.Texts name,
            String sector,
            boolean confidentialLocation,
            Optional<String> region,
            Optional<AgencyView.ReportingDuty> reportingDuty) {}

    /** The contract's OfficeContact. */
    public record OfficeContact(String office, String phone) {}

    /** The contract's AgencyApplicationReceipt. */
    public record ApplicationReceipt(UUID applicationId, String state) {}

    /** The contract's AgencyApplication. */
    public record ApplicationView(
            UUID applicationId,
            String state,
            ApplyingAgency agency,
            OfficeContact contact,
            String appliedAt,
            Optional<String> appliedBy,
            Optional<String> firstApprovedBy,
            Optional<String> secondApprovedBy,
            Optional<String> rejectedBy,
            Optional<AccessView> access) {}

    /** The contract's AgencyApplicationPage. */
    public record ApplicationPage(List<ApplicationView> items, Optional<String> next) {}

    /** The contract's AgencyAccess. */
    public record AccessView(
            String agencyId,
            String state,
            Optional<String> reasonCode,
            int failedAttempts,
            String group,
            String client,
            List<String> roles,
            String credential) {}

    /** The contract's ClientCredential: the one answer that holds a secret, and each is given once. */
    public record CredentialView(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "CredentialView[withheld]";
        }
    }
}
