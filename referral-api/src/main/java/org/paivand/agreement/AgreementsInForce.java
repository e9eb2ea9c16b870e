package org.paivand.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agreement.Agreements;

/** The agreements that count, whatever their period: of each id the highest version, and no other. */
public final class AgreementsInForce {
    private final Map<String, Agreement> byId = new TreeMap<>();

    /**
     * Takes both together; neither goes before the other.
     *
     * @param baseline what the node was set up with
     * @param confirmed what two registrars added
     */
    public AgreementsInForce(Collection<Agreement> baseline, Collection<Agreement> confirmed) {
        baseline.forEach(this::take);
        confirmed.forEach(this::take);
    }

    private void take(Agreement agreement) {
        byId.merge(agreement.id(), agreement, (one, other) -> other.version() > one.version() ? other : one);
    }

    /** By id. */
    public List<Agreement> all() {
        return List.copyOf(byId.values());
    }

    /** What a new version of that agreement has to be called. */
    public int nextVersion(String id) {
        return Optional.ofNullable(byId.get(id)).map(Agreement::version).orElse(0) + 1;
    }

    /** Whether it would say another thing than one of the same parties, purpose and time, once it has replaced its older version. */
    public boolean contradicts(Agreement proposed) {
        List<Agreement> after = new ArrayList<>(byId.values());
        after.removeIf(agreement -> agreement.id().equals(proposed.id()));
        after.add(proposed);
        return !new Agreements(after).conflicts().isEmpty();
    }
}
