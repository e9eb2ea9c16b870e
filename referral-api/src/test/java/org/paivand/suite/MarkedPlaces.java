package org.paivand.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** Two houses of a shelter whose ids would tell where they are, if an answer had them. */
final class MarkedPlaces {
    /** Part of both ids, and of nothing else. */
    static final String STREET = "gulistonstreet";

    static final String AGENCY = "tj-shelter-north";
    static final String SERVICE = "north-placement";
    static final String GATE = "+999555000111";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HOUSES = List.of("house-" + STREET + "-five", "house-" + STREET + "-nine");

    private MarkedPlaces() {}

    /** The sample's file with them. */
    static String within(String file, String text) throws IOException {
        JsonNode whole = JSON.readTree(text);
        if (file.equals("locations.json")) {
            HOUSES.forEach(house -> ((ArrayNode) whole.path("locations")).add(house(house)));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
        }
        if (file.equals("services.json")) {
            for (JsonNode service : whole.path("services")) {
                if (service.path("id").asText().equals(SERVICE)) {
                    HOUSES.forEach(((ObjectNode) service).withArray("locations")::add);
                }
            }
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole);
        }
        return text;
    }

    private static ObjectNode house(String id) {
        ObjectNode house =
                JSON.createObjectNode().put("id", id).put("agency", AGENCY).put("zone", "Asia/Dushanbe");
        ObjectNode gate = house.putObject("place")
                .put("confidential", true)
                .put("region", "TJ-SU")
                .putObject("frontGate")
                .put("number", GATE);
        gate.putObject("hours").put("aroundTheClock", true);
        return house;
    }
}
