package org.paivand.protection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseFile;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.decision.StandaloneBasis.StatutoryDuty;
import org.paivand.disclosure.policy.Duty;
import org.paivand.disclosure.policy.Policy;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingTrigger;

/**
 * The duty of an agency that opens a child's case to tell child protection. Derived from the registry and the policy, never
 * claimed by a client: a caller can't name a duty.
 */
public final class ReportedChild {
    private static final Duration PERIOD = Duration.ofDays(30);

    private ReportedChild() {}

    /**
     * The duty as a basis, if the controller has one and the policy knows it. It stands for 30 days from the opening.
     *
     * @param child whether the safeguards for children bind
     */
    public static Optional<StatutoryDuty> duty(CaseFile file, Agency controller, Policy policy, boolean child) {
        Optional<Duty> duty = policy.duties().stream()
                .filter(known -> known.to() == AgencyKind.CHILD_PROTECTION)
                .findFirst();
        return controller
                .reportingDuty()
                .filter(reporting -> child && reporting.trigger() == ReportingTrigger.CHILD_AT_RISK)
                .flatMap(reporting -> duty.map(known -> new StatutoryDuty(
                        UUID.nameUUIDFromBytes((known.code() + " " + file.id()).getBytes(StandardCharsets.US_ASCII)),
                        known.code(),
                        reporting.to(),
                        file.openedAt(),
                        file.openedAt().plus(PERIOD))));
    }
}
