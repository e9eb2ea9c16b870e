package org.paivand.registry.record;

import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.AgencyJson;
import org.paivand.registry.json.AgreementJson;
import org.paivand.registry.json.LocationJson;
import org.paivand.registry.json.NodeJson;
import org.paivand.registry.json.ServiceJson;
import org.paivand.registry.node.PeerNode;
import org.paivand.registry.place.Location;
import org.paivand.registry.service.Service;

/** One item of the registry, as a change adds or replaces it. */
public sealed interface RegistryItem {

    RegistryKind kind();

    /** Unique among the items of its kind. */
    String id();

    /** The item as JSON: equal items give equal bytes. */
    byte[] document();

    /** Reads what {@link #document} writes, however it is spaced; strict in everything else. */
    static RegistryItem read(RegistryKind kind, byte[] document) throws InvalidRegistryException {
        return switch (kind) {
            case AGENCY -> new AgencyItem(AgencyJson.read(document));
            case LOCATION -> new LocationItem(LocationJson.read(document));
            case SERVICE -> new ServiceItem(ServiceJson.read(document));
            case NODE -> new NodeItem(NodeJson.read(document));
            case AGREEMENT -> new AgreementItem(AgreementJson.read(document));
        };
    }

    record AgencyItem(Agency agency) implements RegistryItem {

        @Override
        public RegistryKind kind() {
            return RegistryKind.AGENCY;
        }

        @Override
        public String id() {
            return agency.id().value();
        }

        @Override
        public byte[] document() {
            return AgencyJson.write(agency);
        }
    }

    record LocationItem(Location location) implements RegistryItem {

        @Override
        public RegistryKind kind() {
            return RegistryKind.LOCATION;
        }

        @Override
        public String id() {
            return location.id().value();
        }

        @Override
        public byte[] document() {
            return LocationJson.write(location);
        }
    }

    record ServiceItem(Service service) implements RegistryItem {

        @Override
        public RegistryKind kind() {
            return RegistryKind.SERVICE;
        }

        @Override
        public String id() {
            return service.id().value();
        }

        @Override
        public byte[] document() {
            return ServiceJson.write(service);
        }
    }

    record NodeItem(PeerNode node) implements RegistryItem {

        @Override
        public RegistryKind kind() {
            return RegistryKind.NODE;
        }

        @Override
        public String id() {
            return node.id().value();
        }

        @Override
        public byte[] document() {
            return NodeJson.write(node);
        }
    }

    /** One version of an agreement; all of them have its id. */
    record AgreementItem(Agreement agreement) implements RegistryItem {

        @Override
        public RegistryKind kind() {
            return RegistryKind.AGREEMENT;
        }

        @Override
        public String id() {
            return agreement.id();
        }

        @Override
        public byte[] document() {
            return AgreementJson.write(agreement);
        }
    }
}
