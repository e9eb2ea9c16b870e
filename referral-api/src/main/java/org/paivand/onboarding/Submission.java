package org.paivand.onboarding;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.Canonical;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.json.AgencyJson;

/**
 * What an agency asked for.
 *
 * @param agency as it would stand in the registry
 * @param appliedBy the pseudonym of the account that recorded it; empty if the agency applied without one
 */
public record Submission(UUID id, Agency agency, Contact contact, Optional<String> appliedBy, Instant appliedAt) {
    private static final String FORMAT = "paivand-agency-application/v1";

    public Submission {
        appliedBy.ifPresent(user -> Canonical.pseudonym(user, "applicant"));
        Canonical.require(agency.standing() == Standing.ACTIVE, "an agency applies to be active");
        Canonical.require(agency.accreditations().isEmpty(), "accreditations are recorded by themselves");
    }

    /** What two people approve: these exact bytes. */
    String subject() {
        return FORMAT + " " + id + "\n" + new String(AgencyJson.write(agency), StandardCharsets.UTF_8);
    }

    boolean isBy(String user) {
        return appliedBy.filter(user::equals).isPresent();
    }
}
