package org.paivand.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The last door: an answer of a type that isn't on the list does not leave, whatever a resource method returned. The one type
 * on it that can hold a person's data is made only after its log entry is committed.
 */
@Provider
@Priority(1)
public class ClosedAnswers implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger("org.paivand.answers");

    private static final Set<String> ADMITTED = Set.of(
            "org.paivand.problem.Problem",
            "org.paivand.casefile.rest.CaseOverview",
            "org.paivand.casefile.rest.CasePage",
            "org.paivand.consent.rest.ConsentView",
            "org.paivand.consent.rest.ConsentView$Page",
            "org.paivand.referral.rest.Wire$ReferralView",
            "org.paivand.referral.rest.Wire$ReferralPage",
            "org.paivand.release.rest.ReleaseWire$Preview",
            "org.paivand.release.LoggedDisclosure",
            "org.paivand.protection.rest.ProtectionResource$GuardianFindingView",
            "org.paivand.protection.rest.ProtectionResource$BestInterestsView",
            "org.paivand.audit.rest.AuditWire$AuditPage",
            "org.paivand.audit.rest.AuditWire$AuditEntry",
            "org.paivand.audit.rest.BundleFile",
            "org.paivand.audit.rest.LogBytes");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity()
                && !ADMITTED.contains(response.getEntity().getClass().getName())) {
            String refused = response.getEntity().getClass().getName();
            LOG.log(Level.SEVERE, () -> "an answer of type " + refused + " was held back");
            response.setEntity(null);
            response.setStatus(500);
        }
    }
}
