package org.paivand.registry.hsds.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.paivand.registry.hsds.PublicDirectory;
import org.paivand.registry.hsds.Row;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Tables;
import org.paivand.registry.hsds.Tongue;
import org.paivand.registry.hsds.Vocabulary;

/** The objects of a public directory as HSDS nests them, in one language. */
final class PublicJson {
    private final PublicDirectory directory;
    private final Tongue tongue;

    PublicJson(PublicDirectory directory, Tongue tongue) {
        this.directory = directory;
        this.tongue = tongue;
    }

    /** A service as it stands in a list: its own columns and its organization's. */
    Optional<ObjectNode> service(String id) {
        return directory.service(id, tongue).map(rows -> {
            Row row = rows.rows(Table.SERVICE).get(0);
            ObjectNode service = RowJson.node(Table.SERVICE, row);
            directory
                    .organization(row.text("organization_id"), tongue)
                    .ifPresent(agency -> service.set("organization", main(Table.ORGANIZATION, agency)));
            return service;
        });
    }

    Optional<ObjectNode> fullService(String id) {
        return directory.service(id, tongue).map(rows -> {
            Nested nested = new Nested(rows);
            Row row = rows.rows(Table.SERVICE).get(0);
            ObjectNode service = nested.with(Table.SERVICE, row);
            fullOrganization(row.text("organization_id"), false)
                    .ifPresent(agency -> service.set("organization", agency));
            ArrayNode places = service.putArray(Table.SERVICE_AT_LOCATION.plural());
            rows.rows(Table.SERVICE_AT_LOCATION).forEach(at -> places.add(at(at, true)));
            return service;
        });
    }

    Optional<ObjectNode> organization(String id) {
        return directory.organization(id, tongue).map(rows -> main(Table.ORGANIZATION, rows));
    }

    /** @param services whether its services are there with all their columns; else with their ids alone */
    Optional<ObjectNode> fullOrganization(String id, boolean services) {
        return directory.organization(id, tongue).map(rows -> {
            ObjectNode organization = new Nested(rows)
                    .with(Table.ORGANIZATION, rows.rows(Table.ORGANIZATION).get(0));
            ArrayNode places = organization.putArray(Table.LOCATION.plural());
            directory.locationsOf(id).forEach(place -> fullLocation(place).ifPresent(places::add));
            ArrayNode offered = organization.putArray(Table.SERVICE.plural());
            directory.servicesOf(id).forEach(service -> {
                if (services) {
                    directory.service(service, tongue).ifPresent(own -> offered.add(main(Table.SERVICE, own)));
                } else {
                    offered.addObject().put("id", service);
                }
            });
            return organization;
        });
    }

    Optional<ObjectNode> location(String id) {
        return directory.location(id, tongue).map(rows -> main(Table.LOCATION, rows));
    }

    Optional<ObjectNode> fullLocation(String id) {
        return directory
                .location(id, tongue)
                .map(rows -> new Nested(rows)
                        .with(Table.LOCATION, rows.rows(Table.LOCATION).get(0)));
    }

    Optional<ObjectNode> serviceAtLocation(String id, boolean full) {
        return directory.serviceAtLocation(id).map(rows -> {
            Row row = rows.rows(Table.SERVICE_AT_LOCATION).get(0);
            ObjectNode at = at(row, full);
            String service = row.text("service_id");
            (full ? fullService(service) : service(service)).ifPresent(own -> {
                own.remove(Table.SERVICE_AT_LOCATION.plural());
                at.set("service", own);
            });
            return at;
        });
    }

    private ObjectNode at(Row row, boolean full) {
        ObjectNode at = RowJson.node(Table.SERVICE_AT_LOCATION, row);
        String place = row.text("location_id");
        (full ? fullLocation(place) : location(place)).ifPresent(location -> at.set("location", location));
        return at;
    }

    static Optional<ObjectNode> taxonomy(String id) {
        return vocabularies()
                .map(rows -> main(Table.TAXONOMY, rows))
                .filter(taxonomy -> taxonomy.path("id").asText().equals(id))
                .findFirst();
    }

    static Optional<ObjectNode> taxonomyTerm(String id) {
        return vocabularies()
                .flatMap(rows -> rows.rows(Table.TAXONOMY_TERM).stream()
                        .filter(term -> term.text("id").equals(id))
                        .map(term -> {
                            ObjectNode node = RowJson.node(Table.TAXONOMY_TERM, term);
                            node.set("taxonomy_detail", main(Table.TAXONOMY, rows));
                            return node;
                        }))
                .findFirst();
    }

    static List<String> ids(Table table) {
        return vocabularies()
                .flatMap(rows -> rows.rows(table).stream())
                .map(row -> row.text("id"))
                .toList();
    }

    static Stream<Tables> vocabularies() {
        return Arrays.stream(Vocabulary.values()).map(PublicDirectory::vocabulary);
    }

    private static ObjectNode main(Table table, Tables rows) {
        return RowJson.node(table, rows.rows(table).get(0));
    }
}
