package org.paivand.registry.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contract's bodies about the registry and its changes. */
public final class RegistryWire {
    private RegistryWire() {}

    /** The contract's RegistryChange. */
    public record ChangeView(long number, Instant at, String kind, String id, int version, String sha256) {}

    /** The contract's RegistryChangePage. */
    public record ChangePage(List<ChangeView> items, Optional<Long> next) {}

    /** The contract's LiveReferral. */
    public record LiveReferralView(
            UUID referralId, String state, String from, String to, String controller, Instant respondBy) {}

    /** The contract's LiveCasePage. */
    public record LiveCasePage(
            String agencyId,
            String standing,
            long controlledCases,
            List<LiveReferralView> items,
            Optional<String> next) {}
}
