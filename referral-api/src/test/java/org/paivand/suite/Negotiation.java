package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.paivand.openapi.Operation;

/** Methods, media types, languages and paths. */
interface Negotiation {

    @Test
    default void refusesABodyThatIsNotJson() {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
            Call.post("/api/v1/cases")
                    .as(Account.OFFICER)
                    .once()
                    .header("Content-Type", type)
                    .body("{}")
                    .improper()
                    .send()
                    .refused(415, "unsupported-media-type");
        }
    }

    @Test
    default void refusesABodyThatSaysNothingOfItsType() {
        Call.post("/api/v1/cases")
                .as(Account.OFFICER)
                .once()
                .body("{}")
                .improper()
                .send()
                .refused(415, "unsupported-media-type");
    }

    @Test
    default void refusesToAnswerInAnotherMediaType() {
        Call.get("/api/v1/cases")
                .as(Account.OFFICER)
                .header("Accept", "text/html")
                .improper()
                .send()
                .refused(406, "not-acceptable");
    }

    @Test
    default void answersAnAcceptHeaderThatIsNoneAsAProblem() {
        Reply reply = Call.get("/api/v1/cases")
                .as(Account.OFFICER)
                .header("Accept", "//;;q=")
                .improper()
                .send();

        assertTrue(reply.status() == 400 || reply.status() == 406, reply::toString);
    }

    @Test
    default void namesTheMethodsThatAreAllowed() {
        Reply reply = Call.of("DELETE", "/api/v1/cases")
                .as(Account.OFFICER)
                .improper()
                .send()
                .refused(405, "method-not-allowed");

        assertTrue(
                reply.header("Allow").contains("GET") && reply.header("Allow").contains("POST"), reply.header("Allow"));
        Call.of("PATCH", "/api/v1/cases")
                .as(Account.OFFICER)
                .json("{}")
                .improper()
                .send()
                .refused(405, "method-not-allowed");
        Call.get("/api/v1/audit/bundles").as(Account.AUDITOR).improper().send().refused(405, "method-not-allowed");
    }

    @Test
    default void answersAnUnknownPathAsAProblem() {
        for (String path : List.of("/api/v1/nothing", "/api/v1/cases/x/y/z", "/log/nothing")) {
            Call.get(path).as(Account.OFFICER).improper().send().refused(404, "not-found");
        }
        for (String path : List.of("/nothing", "/WEB-INF/web.xml", "/api/v2/cases")) {
            Call.get(path).improper().send().refused(404, "not-found");
        }
    }

    @Test
    default void speaksTheThreeLanguages() {
        Set<String> titles = new HashSet<>();
        for (String language : List.of("tg", "ru", "en")) {
            titles.add(listingIn(language).at("/title"));
        }

        assertEquals(3, titles.size());
        assertEquals(listingIn("en").at("/title"), listingIn("fr").at("/title"));
        assertEquals(
                listingIn("ru").at("/title"),
                listingIn("fr, ru;q=0.5, en;q=0.1").at("/title"));
        assertTrue(listingIn("tg").at("/title").chars().anyMatch(letter -> letter > 0x400));
    }

    @Test
    default void speaksThemBeforeTheCallerIsKnown() {
        Reply russian =
                Call.get("/api/v1/cases").header("Accept-Language", "ru").send().refused(401, "unauthenticated");

        assertTrue(russian.at("/title").chars().anyMatch(letter -> letter > 0x400));
    }

    @Test
    default void servesTheContractByteForByte() throws IOException {
        try (InputStream document =
                Objects.requireNonNull(Negotiation.class.getResourceAsStream("/META-INF/resources/openapi.yaml"))) {

            Reply served = Call.get("/openapi.yaml").send().is(200);

            assertArrayEquals(document.readAllBytes(), served.bytes());
        }
    }

    @Test
    default void listsThePathsOfTheContractAtTheServersOwnAddress() {
        Set<String> contract = new TreeSet<>();
        for (Operation operation : Wire.CONTRACT.operations()) {
            contract.add(operation.path());
        }

        Reply served =
                Call.get("/openapi").header("Accept", "application/json").send().is(200);

        Set<String> paths = new TreeSet<>();
        served.json().path("paths").fieldNames().forEachRemaining(paths::add);
        assertEquals(contract, paths);
    }

    @Test
    default void servesThePageThatShowsTheContract() {
        assertFalse(Call.get("/docs/index.html").send().is(200).text().isEmpty());
    }

    private static Reply listingIn(String language) {
        return Call.post("/api/v1/cases")
                .as(Account.SHELTER)
                .header("Accept-Language", language)
                .once()
                .json("{}")
                .send()
                .refused(403, "forbidden");
    }
}
