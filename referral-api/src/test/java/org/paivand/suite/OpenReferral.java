package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.paivand.audit.note.VerifierKey;
import org.paivand.registry.snapshot.DirectorySnapshot;

/** The directory for everybody, in HSDS, and what registrars export and import. */
interface OpenReferral {
    String BASE = "/hsds/v3/";
    String DIRECTORY = "/api/v1/directory/snapshot";
    Pattern SIGNED_BY = Pattern.compile("signed directories are by (\\S+)");
    List<String> LISTS =
            List.of("services", "organizations", "service_at_locations", "locations", "taxonomies", "taxonomy_terms");

    /** The id of what that list begins with. */
    static String first(String list) {
        return Call.get(BASE + list).send().is(200).at("/contents/0/id");
    }

    /** The hash that names the document signed last. */
    static String directorySha256() {
        return Call.get(DIRECTORY).send().is(200).text().split("\n", -1)[5];
    }

    @Test
    default void everybodyTakesTheSignedDirectoryAwayWithoutAToken() throws Exception {
        Reply note = Call.get(DIRECTORY).send().is(200);
        Reply document = Call.get(DIRECTORY + "/" + directorySha256()).send().is(200);
        Matcher key = SIGNED_BY.matcher(TestNode.prepared().log());
        assertTrue(key.find());

        DirectorySnapshot snapshot = DirectorySnapshot.verify(
                note.bytes(), document.bytes(), VerifierKey.parse(key.group(1)), 0, Instant.now());

        assertEquals("paivand.test/directory", snapshot.statement().origin());
        assertTrue(document.text().contains(MarkedPlaces.AGENCY));
        assertFalse(document.text().contains(MarkedPlaces.STREET));
        Call.get(DIRECTORY).header("If-None-Match", note.header("ETag")).send().is(304);
        Call.get(DIRECTORY + "/" + "0".repeat(64)).send().refused(404, "not-found");
    }

    @Test
    default void everybodyReadsTheDirectoryWithoutAToken() {
        assertEquals("3.1", Call.get("/hsds/v3").send().is(200).at("/version"));
        for (String list : LISTS) {
            Reply page = Call.get(BASE + list + "?per_page=100").send().is(200);
            assertTrue(page.at("/total_items").matches("[1-9][0-9]*"), list);
            for (JsonNode one : page.json().path("contents")) {
                Reply read = Call.get(BASE + list + "/" + one.path("id").asText())
                        .send()
                        .is(200);
                assertEquals(one.path("id"), read.json().path("id"));
            }
        }
    }

    @Test
    default void aConfidentialHouseIsARegionAndAGateOnEveryPath() {
        List<String> paths = new ArrayList<>();
        for (String list : LISTS) {
            for (String more : List.of("", "&lang=tg", "&full=true", "&full_service=true", "&minimal=true")) {
                paths.add(BASE + list + "?per_page=100" + more);
            }
        }
        paths.addAll(List.of(
                BASE + "services?search=" + MarkedPlaces.STREET,
                BASE + "services?search=house-" + MarkedPlaces.STREET + "-five",
                BASE + "service_at_locations?search=" + MarkedPlaces.STREET + "&full=true"));
        for (String path : paths) {
            Reply reply = Call.get(path).improper().send();
            assertTrue(reply.status() == 200 || reply.status() == 400, path);
            assertFalse(reply.text().contains(MarkedPlaces.STREET), path);
        }

        List<JsonNode> gates = new ArrayList<>();
        for (JsonNode place :
                Call.get(BASE + "locations?per_page=100").send().is(200).json().path("contents")) {
            Reply read = Call.get(BASE + "locations/" + place.path("id").asText())
                    .send()
                    .is(200);
            assertFalse(read.text().contains(MarkedPlaces.STREET));
            if (read.text().contains(MarkedPlaces.GATE)) {
                gates.add(read.json());
            }
        }
        assertEquals(1, gates.size(), "two houses are one place");
        assertFalse(gates.get(0).has("name")
                || gates.get(0).has("addresses")
                || gates.get(0).has("external_identifier"));
        assertEquals("TJ-SU", gates.get(0).at("/attributes/0/value").asText());
    }

    @Test
    default void whoeverIsSuspendedIsNotThere() {
        String all = Call.get(BASE + "organizations?per_page=100&full=true")
                .send()
                .is(200)
                .text();

        assertFalse(all.contains("\"" + TestNode.SUSPENDED + "\""));
        assertTrue(all.contains("\"" + MarkedPlaces.AGENCY + "\""));
    }

    @Test
    default void aTagSavesTheSecondReading() {
        Reply first = Call.get(BASE + "services").send().is(200);
        Reply second = Call.get(BASE + "services")
                .header("If-None-Match", first.header("ETag"))
                .send()
                .is(304);

        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(0, second.bytes().length);
        assertNotEquals(
                first.header("ETag"),
                Call.get(BASE + "services?lang=tg").send().is(200).header("ETag"));
    }

    @Test
    default void namesAreToldInTheLanguageAskedFor() {
        assertEquals(
                "tg",
                Call.get(BASE + "services")
                        .header("Accept-Language", "tg, ru;q=0.5")
                        .send()
                        .header("Content-Language"));
        assertEquals(
                "ru",
                Call.get(BASE + "services?lang=ru")
                        .header("Accept-Language", "tg")
                        .send()
                        .header("Content-Language"));
        assertEquals(
                "en",
                Call.get(BASE + "services")
                        .header("Accept-Language", "de")
                        .send()
                        .header("Content-Language"));
    }

    @Test
    default void termsAndWordsNarrowTogether() {
        String shelter = "";
        for (JsonNode term : Call.get(BASE + "taxonomy_terms?per_page=100&search=shelter")
                .send()
                .is(200)
                .json()
                .path("contents")) {
            shelter = term.path("code").asText().equals("shelter")
                            && term.at("/taxonomy_detail/name").asText().contains("service types")
                    ? term.path("id").asText()
                    : shelter;
        }
        Reply shelters =
                Call.get(BASE + "services?taxonomy_term_id=" + shelter).send().is(200);
        Reply none = Call.get(BASE + "services?search=xyzzy&taxonomy_term_id=" + shelter)
                .send()
                .is(200);

        assertTrue(shelters.text().contains("Accommodation for adults"));
        assertEquals("true", none.at("/empty"));
        assertEquals("1", none.at("/total_pages"));
    }

    @Test
    default void aBadParameterIsNamed() {
        assertEquals("page out-of-range", fault("services?page=0"));
        assertEquals("page out-of-range", fault("services?page=99999"));
        assertEquals("per_page out-of-range", fault("services?per_page=101"));
        assertEquals("per_page out-of-range", fault("services?per_page=5001&minimal=true"));
        assertEquals("search bad-pattern", fault("services?search=%20"));
        assertEquals("full bad-pattern", fault("services?full=yes"));
        assertEquals("full contradiction", fault("services?full=true&minimal=true"));
        assertEquals("format not-in-list", fault("services?format=ndjson"));
        assertEquals("taxonomy_term_id not-in-list", fault("services?taxonomy_term_id=1"));
        assertEquals("organization_id bad-pattern", fault("services?organization_id=1"));
        assertEquals("postcode unknown-member", fault("services?postcode=734000"));
        assertEquals("modified_after unknown-member", fault("services?modified_after=2026-01-01"));
        assertEquals(" unknown-member", fault("services?name=somebody"));
        assertEquals("page duplicate-member", fault("services?page=1&page=2"));
        assertEquals("lang not-in-list", fault("services?lang=de"));
        Call.get(BASE + "services/1").improper().send().refused(404, "not-found");
        Call.get(BASE + "services/00000000-0000-8000-8000-000000000000").send().refused(404, "not-found");
        Call.post(BASE + "services").json("{}").improper().send().refused(405, "method-not-allowed");
    }

    @Test
    default void registrarsTakeAllOfItAndBringItBackUnchanged() {
        String whole = Call.get("/api/v1/registry/export?format=hsds-json")
                .as(Account.REGISTRAR)
                .send()
                .is(200)
                .text();
        assertTrue(whole.contains("house-" + MarkedPlaces.STREET + "-five"));

        Reply difference = imported(whole).send().is(200);

        assertEquals("[]", difference.json().path("items").toString());
        assertEquals("[]", difference.json().path("absent").toString());
    }

    @Test
    default void aZipComesBackUnchangedToo() throws IOException, InterruptedException {
        byte[] zip = Call.get("/api/v1/registry/export?format=hsds-csv")
                .as(Account.REGISTRAR)
                .send()
                .is(200)
                .bytes();
        HttpRequest request = HttpRequest.newBuilder(
                        TestNode.prepared().base().resolve("/api/v1/registry/imports?dryRun=true"))
                .header(
                        "Authorization",
                        "Bearer " + TestNode.prepared().tokens().of(Account.REGISTRAR))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals("{\"secondPerson\":false,\"items\":[],\"absent\":[]}", answer.body());
    }

    @Test
    default void anImportShowsWhatItWouldChangeAndChangesNothing() {
        Reply exported = Call.get("/api/v1/registry/export?format=hsds-json")
                .as(Account.REGISTRAR)
                .send()
                .is(200);
        ObjectNode changed = (ObjectNode) exported.json();
        ArrayNode services = (ArrayNode) changed.path("service");
        ((ObjectNode) services.get(0)).put("status", "temporarily closed");

        Reply difference = imported(changed.toString()).send().is(200);

        assertEquals("1", Integer.toString(difference.json().path("items").size()));
        assertEquals("/status", difference.at("/items/0/lines/0/pointer"));
        assertEquals("temporarily-closed", difference.at("/items/0/lines/0/after"));
        assertEquals("false", difference.at("/secondPerson"));
        assertEquals(
                exported.text(),
                Call.get("/api/v1/registry/export?format=hsds-json")
                        .as(Account.REGISTRAR)
                        .send()
                        .text());

        ((ObjectNode) services.get(0)).put("status", "open").put("email", "a@b.example");
        Reply refused = imported(changed.toString()).improper().send().refused(400, "invalid-request");
        assertTrue(
                refused.text().contains("/service/0/status") && refused.text().contains("/service/0/email"));
    }

    @Test
    default void anImportIsMadeOnlyAsItWasShown() {
        ObjectNode changed = exported();
        ObjectNode service = (ObjectNode) changed.path("service").get(1);
        String was = service.path("status").asText();
        service.put("status", was.equals("active") ? "temporarily closed" : "active");
        String tag = imported(changed.toString()).send().is(200).header("ETag");

        made(changed, "").improper().send().refused(428, "precondition-required");
        made(changed, "\"1\"").send().refused(412, "stale-version");
        made(changed, "*").improper().send().refused(412, "stale-version");
        Reply made = made(changed, tag).send().is(200);
        assertEquals("/status", made.at("/items/0/lines/0/pointer"));
        made(changed, tag).send().refused(412, "stale-version");

        assertEquals(
                service.path("status").asText(),
                exported().path("service").get(1).path("status").asText());
        service.put("status", was);
        made(changed, made.header("ETag")).send().is(200);
    }

    @Test
    default void anImportWaitsAsAWholeForAnotherRegistrar() {
        ObjectNode changed = exported();
        ObjectNode service = (ObjectNode) changed.path("service").get(1);
        String was = service.path("status").asText();
        service.put("status", was.equals("active") ? "temporarily closed" : "active");
        String sector = term(changed, "state");
        for (JsonNode attribute : changed.path("attribute")) {
            if (attribute.path("taxonomy_term_id").asText().equals(sector)) {
                ((ObjectNode) attribute).put("taxonomy_term_id", term(changed, "non-state"));
                break;
            }
        }
        String tag = imported(changed.toString()).send().is(200).header("ETag");

        Reply asked = made(changed, tag).send().is(202);

        String approval = "/api/v1/approvals/" + asked.at("/approvalId");
        assertEquals(was, exported().path("service").get(1).path("status").asText());
        Call.post(approval + "/confirmation").as(Account.REGISTRAR).send().refused(403, "own-change");
        Reply rejected = Call.post(approval + "/rejection")
                .as(Account.OTHER_REGISTRAR)
                .send()
                .is(200);
        assertEquals("registry-import", rejected.at("/change"));
        assertEquals(was, exported().path("service").get(1).path("status").asText());
    }

    @Test
    default void nobodyElseExportsOrImports() {
        for (Account account : List.of(Account.OFFICER, Account.SHELTER, Account.AUDITOR, Account.COMMISSION)) {
            Call.get("/api/v1/registry/export?format=hsds-json")
                    .as(account)
                    .send()
                    .refused(403, "forbidden");
            Call.post("/api/v1/registry/imports?dryRun=true")
                    .as(account)
                    .json("{\"organization\":[]}")
                    .send()
                    .refused(403, "forbidden");
        }
        Call.get("/api/v1/registry/export?format=hsds-json").improper().send().refused(401, "unauthenticated");
        Call.get("/api/v1/registry/export?format=xml")
                .as(Account.REGISTRAR)
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    @Test
    default void anImportIsBoundedAndStrict() {
        imported("{").improper().send().refused(400, "invalid-request");
        imported("[]").improper().send().refused(400, "invalid-request");
        assertEquals(
                "/organization required",
                imported("{}").improper().send().refused(400, "invalid-request").fault());
        imported(" ".repeat(16 * 1024 * 1024 + 1)).improper().send().refused(413, "payload-too-large");
        imported(" ".repeat(16 * 1024 * 1024 + 1)).inChunks().improper().send().refused(413, "payload-too-large");
        Call.post("/api/v1/registry/imports")
                .as(Account.REGISTRAR)
                .json("{\"organization\":[]}")
                .improper()
                .send()
                .refused(400, "invalid-request");
    }

    private static String term(ObjectNode tables, String code) {
        for (JsonNode term : tables.path("taxonomy_term")) {
            if (term.path("code").asText().equals(code)) {
                return term.path("id").asText();
            }
        }
        throw new AssertionError("no term " + code);
    }

    private static ObjectNode exported() {
        return (ObjectNode) Call.get("/api/v1/registry/export?format=hsds-json")
                .as(Account.REGISTRAR)
                .send()
                .is(200)
                .json();
    }

    private static Call made(ObjectNode document, String tag) {
        Call call = Call.post("/api/v1/registry/imports?dryRun=false").as(Account.REGISTRAR);
        return (tag.isEmpty() ? call : call.header("If-Match", tag)).json(document.toString());
    }

    private static Call imported(String document) {
        return Call.post("/api/v1/registry/imports?dryRun=true")
                .as(Account.REGISTRAR)
                .json(document);
    }

    private static String fault(String query) {
        return Call.get(BASE + query)
                .improper()
                .send()
                .refused(400, "invalid-request")
                .fault();
    }
}
