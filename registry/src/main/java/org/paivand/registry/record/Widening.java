package org.paivand.registry.record;

import java.util.Collection;
import java.util.Optional;
import org.paivand.registry.agency.Accreditation;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.node.NodeKey;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.record.RegistryItem.AgencyItem;
import org.paivand.registry.record.RegistryItem.LocationItem;
import org.paivand.registry.record.RegistryItem.NodeItem;
import org.paivand.registry.record.RegistryItem.ServiceItem;

/**
 * Which changes of the registry let somebody be trusted, or something be seen, that wasn't before, and so need a second
 * person. What only takes away, and what only tells how to reach somebody, doesn't.
 */
public final class Widening {

    private Widening() {}

    /**
     * Whether the change needs a second person. Each change of an agreement does: all that are in force bind together, so that
     * even one that ends can let more pass.
     *
     * @param before what has the same kind and id now; empty if nothing has
     */
    public static boolean widens(Optional<RegistryItem> before, RegistryItem after) {
        if (before.isPresent() && !sameItem(before.get(), after)) {
            throw new IllegalArgumentException("an item is compared with what it was itself");
        }
        if (after instanceof AgencyItem item) {
            return before.map(was -> agency(((AgencyItem) was).agency(), item.agency()))
                    .orElse(true);
        }
        if (after instanceof LocationItem item) {
            return before.map(was -> location(((LocationItem) was).location(), item.location()))
                    .orElse(false);
        }
        if (after instanceof ServiceItem item) {
            return before.map(was -> !((ServiceItem) was)
                            .service()
                            .agency()
                            .equals(item.service().agency()))
                    .orElse(false);
        }
        if (after instanceof NodeItem item) {
            return before.map(was -> node(((NodeItem) was).node(), item.node())).orElse(true);
        }
        return !before.equals(Optional.of(after));
    }

    private static boolean sameItem(RegistryItem before, RegistryItem after) {
        return before.kind() == after.kind() && before.id().equals(after.id());
    }

    /** A duty to report counts in every change: it is what people are told before they consent. */
    private static boolean agency(Agency before, Agency after) {
        return before.kind() != after.kind()
                || !before.jurisdiction().equals(after.jurisdiction())
                || before.sector() != after.sector()
                || (!before.isActive() && after.isActive())
                || (before.confidentialLocation() && !after.confidentialLocation())
                || !before.reportingDuty().equals(after.reportingDuty())
                || after.accreditations().stream().anyMatch(a -> isNew(a, before.accreditations()))
                || hosting(before, after);
    }

    /** Who answers for another; and the number that is called back, by which alone it is known who said so. */
    private static boolean hosting(Agency before, Agency after) {
        return after.host().isPresent()
                && (!after.host().equals(before.host()) || !before.phones().containsAll(after.phones()));
    }

    private static boolean isNew(Accreditation accreditation, Collection<Accreditation> before) {
        return before.stream()
                .noneMatch(was -> was.certificate().equals(accreditation.certificate())
                        && was.issuer().equals(accreditation.issuer())
                        && !accreditation.validFrom().isBefore(was.validFrom())
                        && !accreditation.validUntil().isAfter(was.validUntil()));
    }

    private static boolean location(Location before, Location after) {
        return !before.agency().equals(after.agency()) || (isConfidential(before) && !isConfidential(after));
    }

    private static boolean isConfidential(Location location) {
        return location.place().fold(open -> false, confidential -> true);
    }

    private static boolean node(PeerNode before, PeerNode after) {
        return !before.jurisdiction().equals(after.jurisdiction())
                || !before.agencies().containsAll(after.agencies())
                || !before.endpoint().equals(after.endpoint())
                || !before.logOrigin().equals(after.logOrigin())
                || after.keys().stream().anyMatch(key -> isNew(key, before.keys()));
    }

    private static boolean isNew(NodeKey key, Collection<NodeKey> before) {
        return before.stream()
                .noneMatch(was -> was.keyId().equals(key.keyId())
                        && was.use() == key.use()
                        && was.publicKey().equals(key.publicKey())
                        && !key.validFrom().isBefore(was.validFrom())
                        && !key.validUntil().isAfter(was.validUntil()));
    }
}
