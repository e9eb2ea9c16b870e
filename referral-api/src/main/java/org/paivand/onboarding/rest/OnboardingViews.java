package org.paivand.onboarding.rest;

import java.util.List;
import java.util.Optional;
import org.paivand.onboarding.AccessState;
import org.paivand.onboarding.AgencyAccess;
import org.paivand.onboarding.Application;
import org.paivand.onboarding.ApplicationDesk;
import org.paivand.onboarding.Submission;
import org.paivand.onboarding.rest.OnboardingWire.AccessView;
import org.paivand.onboarding.rest.OnboardingWire.ApplicationView;
import org.paivand.onboarding.rest.OnboardingWire.ApplyingAgency;
import org.paivand.onboarding.rest.OnboardingWire.OfficeContact;
import org.paivand.realm.RealmFault;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.place.Region;
import org.paivand.registry.rest.AgencyView;

/** Applications and accounts, as the wire has them. */
final class OnboardingViews {
    private OnboardingViews() {}

    static ApplicationView application(ApplicationDesk.File file) {
        Application application = file.application();
        Submission submission = application.submission();
        return new ApplicationView(
                submission.id(),
                application.state().code(),
                agency(submission.agency()),
                new OfficeContact(
                        submission.contact().office().code(),
                        submission.contact().phone()),
                submission.appliedAt().toString(),
                submission.appliedBy(),
                first(application),
                application instanceof Application.Approved approved
                        ? Optional.of(approved.secondBy())
                        : Optional.empty(),
                application instanceof Application.Rejected rejected ? Optional.of(rejected.by()) : Optional.empty(),
                file.access().map(OnboardingViews::access));
    }

    private static Optional<String> first(Application application) {
        if (application instanceof Application.Seconded seconded) {
            return Optional.of(seconded.firstBy());
        }
        return application instanceof Application.Approved approved
                ? Optional.of(approved.firstBy())
                : Optional.empty();
    }

    static AccessView access(AgencyAccess access) {
        return new AccessView(
                access.agency().value(),
                access.state().code(),
                access.fault().map(RealmFault::code),
                access.attempts(),
                access.account().group(),
                access.account().client(),
                List.copyOf(access.account().roles()),
                credential(access));
    }

    private static String credential(AgencyAccess access) {
        if (access.credentialFor().isPresent()) {
            return "open";
        }
        return access.state() == AccessState.READY ? "shown" : "none";
    }

    private static ApplyingAgency agency(Agency agency) {
        return new ApplyingAgency(
                agency.id().value(),
                agency.kind().code(),
                agency.jurisdiction().code(),
                AgencyView.Texts.of(agency.name()),
                agency.sector().code(),
                agency.confidentialLocation(),
                agency.region().map(Region::code),
                agency.reportingDuty().map(AgencyView.ReportingDuty::of));
    }
}
