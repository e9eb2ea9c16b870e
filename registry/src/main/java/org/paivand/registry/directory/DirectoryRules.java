package org.paivand.registry.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.ReportingDuty;
import org.paivand.registry.agreement.AgreementParties;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.service.Service;

/** What must hold between the parts of a directory; what holds within one part, its record checks. */
final class DirectoryRules {

    private final Map<AgencyId, Agency> byId;
    private final List<String> problems = new ArrayList<>();

    private DirectoryRules(Map<AgencyId, Agency> byId) {
        this.byId = byId;
    }

    static List<String> problems(
            List<Agency> agencies, Map<AgencyId, Agency> byId, List<Service> services, Agreements agreements) {
        DirectoryRules rules = new DirectoryRules(byId);
        rules.unique("agency", agencies, a -> a.id().value());
        rules.unique("service", services, s -> s.id().value());
        agencies.forEach(rules::duty);
        services.forEach(rules::provider);
        agreements.all().forEach(rules::parties);
        rules.problems.addAll(agreements.conflicts());
        return List.copyOf(rules.problems);
    }

    private <T> void unique(String what, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(id.apply(item))) {
                problems.add(what + " " + id.apply(item) + " is there twice");
            }
        }
    }

    private void duty(Agency agency) {
        Optional<AgencyId> to = agency.reportingDuty().map(ReportingDuty::to);
        if (to.isEmpty()) {
            return;
        }
        Optional<Agency> recipient = Optional.ofNullable(byId.get(to.get()));
        if (recipient.isEmpty()) {
            problems.add("agency " + agency.id() + " reports to an agency that doesn't exist: " + to.get());
        } else if (!recipient.get().jurisdiction().equals(agency.jurisdiction())) {
            problems.add("agency " + agency.id() + " reports abroad: " + to.get());
        }
    }

    private void provider(Service service) {
        if (!byId.containsKey(service.agency())) {
            problems.add("service " + service.id() + " is of an agency that doesn't exist: " + service.agency());
        }
    }

    private void parties(Agreement agreement) {
        AgreementParties parties = new AgreementParties(byId.values());
        parties.unknown(agreement.parties())
                .forEach(party ->
                        problems.add("agreement " + agreement.id() + " binds a party that doesn't exist: " + party));
        parties.kindsOfNobody(agreement)
                .forEach(kind -> problems.add(
                        "agreement " + agreement.id() + " names a kind that no party has: " + kind.code()));
    }
}
