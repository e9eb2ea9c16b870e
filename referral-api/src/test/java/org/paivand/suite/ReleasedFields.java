package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paivand.casefile.json.Samples;
import org.paivand.disclosure.Category;

/** What an answer holds, at the socket, is what its entry says was released: no member more, and none less. */
interface ReleasedFields {

    /** Who writes the categories, who gets them and for what, by the first policy. */
    record Way(Account author, Account recipient, String purpose, List<String> categories) {}

    List<Way> WAYS = List.of(
            new Way(
                    Account.OFFICER,
                    Account.SHELTER,
                    "shelter-placement",
                    List.of("service-request", "identity", "contact", "guardian", "safety", "family")),
            new Way(
                    Account.of("tj-clinic-dushanbe", "doctor", "referrer"),
                    Account.SHELTER,
                    "shelter-placement",
                    List.of("service-request", "health")),
            new Way(
                    Account.OFFICER,
                    Account.CHILD_PROTECTION,
                    "protection",
                    List.of("service-request", "identity", "whereabouts")),
            new Way(Account.OFFICER, Account.SHELTER, "return", List.of("service-request", "travel")),
            new Way(
                    Account.OFFICER,
                    Account.of("tj-ngo-legal-aid", "advocate", "provider"),
                    "legal-aid",
                    List.of("service-request", "experience", "legal")));

    @Test
    default void everyAnswerOfAnAdultsCaseHoldsTheReleasedPathsOfItsEntry() {
        Set<Category> seen = EnumSet.noneOf(Category.class);
        for (Way way : WAYS) {
            String referral = accepted(way, "adult");
            Reply answer = Journey.pulling(
                            referral, way.recipient(), way.categories().toArray(String[]::new))
                    .send()
                    .is(200);

            assertEquals(
                    Set.copyOf(way.categories()),
                    new TreeSet<>(fields(answer.json()).keySet()),
                    way.toString());
            assertEquals(logged(answer), fields(answer.json()));
            way.categories().forEach(category -> seen.add(Category.of(category)));
        }

        assertEquals(Samples.SECTIONS.keySet(), seen, "each category that a section can have");
    }

    @Test
    default void soDoesAnAnswerBeforeAnybodyAccepted() {
        for (String ageGroup : List.of("adult", "child")) {
            Way way = new Way(Account.OFFICER, Account.CHILD_PROTECTION, "protection", List.of("service-request"));
            Reply answer = Journey.pulling(offered(way, ageGroup), way.recipient(), "service-request")
                    .send()
                    .is(200);

            assertEquals(ageGroup, answer.at("/sections/service-request/ageGroup"));
            assertEquals(logged(answer), fields(answer.json()));
        }
    }

    @Test
    default void aMemberThatIsSmuggledInOrLeftOutIsSeen() {
        Way way = WAYS.get(0);
        Reply answer = Journey.pulling(accepted(way, "adult"), way.recipient(), "identity", "contact")
                .send()
                .is(200);
        Map<String, Set<String>> logged = logged(answer);
        List<ObjectNode> altered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            altered.add(answer.json().deepCopy());
        }
        section(altered.get(0), "identity").put("nickname", "x");
        section(altered.get(1), "identity").withObject("/givenName").put("spelling", "x");
        section(altered.get(2), "identity")
                .withArray("/citizenships")
                .addObject()
                .put("value", "TJ");
        ((ObjectNode) altered.get(3).path("sections")).putObject("legal").put("criminalCaseNumber", "x");
        section(altered.get(4), "contact").remove("channel");

        for (ObjectNode one : altered) {
            assertNotEquals(logged, fields(one), one.toString());
        }
        assertEquals(logged, fields(answer.json()));
    }

    /** A member of the answer itself, beside its sections, would stand in no entry: there are these, none of the person. */
    @Test
    default void besideItsSectionsAnAnswerHoldsNothingOfThePerson() {
        Way way = WAYS.get(0);
        Reply answer = Journey.pulling(accepted(way, "adult"), way.recipient(), "identity", "health")
                .send()
                .is(200);

        ObjectNode rest = answer.json().deepCopy();
        rest.remove("sections");
        Set<String> names = new TreeSet<>();
        rest.fieldNames().forEachRemaining(names::add);
        assertEquals(
                Set.of("releaseId", "exchangeId", "entry", "decidedAt", "withheld", "masked", "obligations"), names);
        assertFalse(rest.toString().contains(Markers.RUN));
    }

    private static String accepted(Way way, String ageGroup) {
        String referral = offered(way, ageGroup);
        Call.post(Journey.path(referral, "acceptance"))
                .as(way.recipient())
                .send()
                .is(200);
        Call.post(Journey.path(referral, "assignments"))
                .as(way.recipient())
                .json("{\"worker\":\"" + way.recipient().user() + "\"}")
                .send()
                .is(200);
        return referral;
    }

    private static String offered(Way way, String ageGroup) {
        String caseId = Call.post("/api/v1/cases")
                .as(way.author())
                .once()
                .json("{}")
                .send()
                .is(201)
                .at("/caseId");
        for (String category : way.categories()) {
            String sample = MarkedSections.of(Category.of(category));
            Call.put("/api/v1/cases/" + caseId + "/sections/" + category)
                    .as(way.author())
                    .header("If-None-Match", "*")
                    .json(sample.replace("\"ageGroup\":\"adult\"", "\"ageGroup\":\"" + ageGroup + "\""))
                    .send()
                    .is(204);
        }
        String consent = Journey.consent(way.categories().toArray(String[]::new))
                .replace("tj-shelter-north", way.recipient().agency())
                .replace("shelter-placement", way.purpose());
        Call.post("/api/v1/cases/" + caseId + "/consents")
                .as(way.author())
                .once()
                .json(consent)
                .send()
                .is(201);
        String offer = Journey.offer(caseId)
                .replace("tj-shelter-north", way.recipient().agency())
                .replace("shelter-placement", way.purpose());
        return Call.post("/api/v1/referrals")
                .as(way.author())
                .once()
                .json(offer)
                .send()
                .is(201)
                .at("/referralId");
    }

    /** The paths by category, as the entry has them. */
    static Map<String, Set<String>> logged(Reply answer) {
        Map<String, Set<String>> paths = new TreeMap<>();
        for (JsonNode released :
                MainJob.entry(answer.at("/entry/eventId")).json().at("/event/released")) {
            Set<String> named = new TreeSet<>();
            released.path("paths").forEach(path -> named.add(path.asText()));
            paths.put(released.path("category").asText(), named);
        }
        return paths;
    }

    /** The same as the answer has them; worked out here, and not by what the node uses. */
    static Map<String, Set<String>> fields(JsonNode answer) {
        Map<String, Set<String>> fields = new TreeMap<>();
        answer.path("sections").fieldNames().forEachRemaining(category -> {
            List<String> found = new ArrayList<>();
            MainJob.leaves("", answer.path("sections").path(category), found);
            fields.put(category, new TreeSet<>(found));
        });
        return fields;
    }

    private static ObjectNode section(ObjectNode answer, String category) {
        return (ObjectNode) answer.path("sections").path(category);
    }
}
