package org.paivand.caller;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.policy.TrainedRole;
import org.paivand.problem.ProblemException.MissingCertificate;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;

/**
 * Which of an account's roles count: those for which the policy demands nothing, or a certificate that the account's agency has
 * now (docs/decisions/0045).
 *
 * @param counting the roles that are left
 * @param missing what each of the others lacks
 */
public record Training(Set<Role> counting, List<MissingCertificate> missing) {
    public Training {
        counting = Set.copyOf(counting);
        missing = List.copyOf(missing);
    }

    public static Training of(Set<Role> roles, Map<TrainedRole, String> demanded, Agency agency, Instant now) {
        Set<Role> counting = EnumSet.noneOf(Role.class);
        counting.addAll(roles);
        List<MissingCertificate> missing = new ArrayList<>();
        demanded.forEach((trained, certificate) -> {
            Role role = Role.of(trained.code()).orElseThrow();
            if (roles.contains(role) && !agency.accredited(certificate, now)) {
                counting.remove(role);
                missing.add(new MissingCertificate(role.code(), certificate, lastEnd(agency, certificate, now)));
            }
        });
        return new Training(counting, missing);
    }

    /** What is still to begin doesn't tell since when it is missing. */
    private static Optional<Instant> lastEnd(Agency agency, String certificate, Instant now) {
        return agency.accreditations().stream()
                .filter(accreditation -> accreditation.certificate().equals(certificate))
                .map(Accreditation::validUntil)
                .filter(end -> !end.isAfter(now))
                .max(Instant::compareTo);
    }

    /** What keeps this account from all that these roles are for; empty if one of them counts, or it has none of them. */
    public List<MissingCertificate> barring(Set<Role> allowed) {
        if (allowed.stream().anyMatch(counting::contains)) {
            return List.of();
        }
        return missing.stream()
                .filter(lack -> Role.of(lack.role()).filter(allowed::contains).isPresent())
                .toList();
    }
}
