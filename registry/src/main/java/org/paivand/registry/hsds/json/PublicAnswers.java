package org.paivand.registry.hsds.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.registry.hsds.PublicDirectory;
import org.paivand.registry.hsds.PublicFilter;
import org.paivand.registry.hsds.Table;
import org.paivand.registry.hsds.Tongue;

/** What the public directory answers in HSDS's JSON, in one language: single objects, and pages of lists. */
public final class PublicAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicDirectory directory;
    private final PublicJson objects;

    public PublicAnswers(PublicDirectory directory, Tongue tongue) {
        this.directory = directory;
        this.objects = new PublicJson(directory, tongue);
    }

    /** How much of each object a list tells. */
    public enum Detail {
        /** Its id. */
        MINIMAL,
        /** Its own columns. */
        PLAIN,
        /** All that belongs to it. */
        FULL
    }

    /**
     * Which part of a list.
     *
     * @param number from 1
     * @param size of a page
     */
    public record Part(int number, int size) {}

    public Optional<byte[]> service(String id) {
        return objects.fullService(id).map(PublicAnswers::bytes);
    }

    /** @param services whether its services are told with all their columns */
    public Optional<byte[]> organization(String id, boolean services) {
        return objects.fullOrganization(id, services).map(PublicAnswers::bytes);
    }

    public Optional<byte[]> location(String id) {
        return objects.fullLocation(id).map(PublicAnswers::bytes);
    }

    public Optional<byte[]> serviceAtLocation(String id) {
        return objects.serviceAtLocation(id, true).map(PublicAnswers::bytes);
    }

    public Optional<byte[]> taxonomy(String id) {
        return PublicJson.taxonomy(id).map(PublicAnswers::bytes);
    }

    public Optional<byte[]> taxonomyTerm(String id) {
        return PublicJson.taxonomyTerm(id).map(PublicAnswers::bytes);
    }

    /** Empty if there is no such page; there is always a first. */
    public Optional<byte[]> services(PublicFilter filter, Detail detail, Part part) {
        return page(
                directory.services(filter),
                part,
                switch (detail) {
                    case MINIMAL -> id -> Optional.of(JSON.createObjectNode().put("id", id));
                    case PLAIN -> objects::service;
                    case FULL -> objects::fullService;
                });
    }

    public Optional<byte[]> organizations(PublicFilter filter, Detail detail, boolean services, Part part) {
        boolean full = detail == Detail.FULL || services;
        return page(
                directory.organizations(filter),
                part,
                full ? id -> objects.fullOrganization(id, services) : objects::organization);
    }

    public Optional<byte[]> servicesAtLocations(PublicFilter filter, Detail detail, Part part) {
        return page(
                directory.servicesAtLocations(filter),
                part,
                id -> objects.serviceAtLocation(id, detail == Detail.FULL));
    }

    public Optional<byte[]> locations(Part part) {
        return page(directory.locations(), part, objects::location);
    }

    public Optional<byte[]> taxonomies(PublicFilter filter, Part part) {
        List<String> ids = PublicJson.ids(Table.TAXONOMY).stream()
                .filter(found(PublicJson::taxonomy, filter))
                .toList();
        return page(ids, part, PublicJson::taxonomy);
    }

    /**
     * Terms of taxonomies.
     *
     * @param top whether only those that belong under no other
     * @param parent the id of the term they belong under
     */
    public Optional<byte[]> taxonomyTerms(
            PublicFilter filter, Optional<String> taxonomy, boolean top, Optional<String> parent, Part part) {
        List<String> ids = PublicJson.ids(Table.TAXONOMY_TERM).stream()
                .filter(found(PublicJson::taxonomyTerm, filter))
                .filter(id -> taxonomy.filter(of -> !has(id, "taxonomy_id", of)).isEmpty())
                .filter(id -> !top || !PublicJson.taxonomyTerm(id).orElseThrow().has("parent_id"))
                .filter(id ->
                        parent.filter(above -> !has(id, "parent_id", above)).isEmpty())
                .toList();
        return page(ids, part, PublicJson::taxonomyTerm);
    }

    private static boolean has(String term, String column, String value) {
        return PublicJson.taxonomyTerm(term).orElseThrow().path(column).asText().equals(value);
    }

    private static Predicate<String> found(Function<String, Optional<ObjectNode>> object, PublicFilter filter) {
        return id -> filter.matches(object.apply(id).orElseThrow().path("name").asText());
    }

    private static Optional<byte[]> page(List<String> ids, Part part, Function<String, Optional<ObjectNode>> object) {
        int pages = Math.max(1, (ids.size() + part.size() - 1) / part.size());
        if (part.number() > pages) {
            return Optional.empty();
        }
        int start = (part.number() - 1) * part.size();
        List<String> shown = ids.subList(start, Math.min(ids.size(), start + part.size()));
        ObjectNode page = JSON.createObjectNode()
                .put("total_items", ids.size())
                .put("total_pages", pages)
                .put("page_number", part.number())
                .put("size", shown.size())
                .put("first_page", part.number() == 1)
                .put("last_page", part.number() == pages)
                .put("empty", ids.isEmpty());
        ArrayNode contents = page.putArray("contents");
        shown.forEach(id -> object.apply(id).ifPresent(contents::add));
        return Optional.of(bytes(page));
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
