package org.paivand.capacity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

/**
 * The places that an offer would like to have.
 *
 * @param service the one that is meant, where the sender said so
 * @param cannotWait goes out whatever the numbers say: whether there is room is then the provider's answer
 * @param until when the hold ends by itself, exclusive
 */
public record Wish(
        UUID referral,
        AgencyId provider,
        List<ServiceType> types,
        Optional<ServiceId> service,
        boolean cannotWait,
        Instant until) {
    public Wish {
        types = List.copyOf(types);
    }
}
