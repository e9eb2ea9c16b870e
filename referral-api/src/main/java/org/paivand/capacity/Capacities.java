package org.paivand.capacity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.registry.search.Vacancy;
import org.paivand.registry.service.ServiceId;

/** Where capacities are kept. Bound to one transaction; a service's holds change only while its row is locked. */
public interface Capacities {
    Optional<Capacity> find(ServiceId service);

    /** As {@link #find}, held until the transaction ends; several are locked in the order of their ids. */
    Optional<Capacity> lock(ServiceId service);

    /** @throws org.paivand.database.DuplicateKeyException out of the transaction, if somebody was faster */
    void add(Capacity first);

    void replace(Capacity next);

    /** The holds on the service that have not ended. */
    int held(ServiceId service, Instant now);

    /** By service. */
    List<Placement> placements(UUID referral);

    void put(Placement placement);

    void remove(UUID referral);

    /** Of those that keep a capacity. */
    Map<ServiceId, Vacancy> vacancies(Collection<ServiceId> services, Instant now);
}
