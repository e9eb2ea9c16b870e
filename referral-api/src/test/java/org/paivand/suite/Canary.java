package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.database.DatabaseFiles;
import org.paivand.database.TestDatabase;
import org.paivand.mail.MailServer;

/** After everything else: what was a person's is nowhere but in the answers that released it. */
interface Canary {
    Pattern EVENT_ID = Pattern.compile("\"eventId\":\"([0-9a-f-]{36})\"");
    Pattern BASE64 = Pattern.compile("(?:[A-Za-z0-9+/]{4}){8,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInTheServersLog() {
        String log = TestNode.prepared().log();

        assertTrue(
                log.contains("\"resource\":\"/cases/*/sections/*\""),
                "the log that was read isn't the one that is written");
        assertFalse(log.toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInMetricsAndHealth() {
        for (String path : List.of("/metrics", "/health", "/health/ready", "/health/live")) {
            Reply reply = Call.get(path).send().is(200);

            assertFalse(reply.text().toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)), path);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNoPersonalValueInWhatTheAuditorSees() {
        for (String list : List.of("entries?limit=100", "changes?since=0&limit=100", "reviews?limit=100")) {
            readToTheEnd("/api/v1/audit/" + list);
        }
    }

    private static void readToTheEnd(String list) {
        String after = "";
        do {
            Reply page = Call.get(list + after).as(Account.AUDITOR).send().is(200);
            assertFalse(page.text().toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)), list);
            Matcher ids = EVENT_ID.matcher(page.text());
            if (after.isEmpty() && ids.find()) {
                requireNoMarker("entries/" + ids.group(1));
                requireNoMarker("entries/" + ids.group(1) + "/proof");
            }
            after = page.json().has("next") ? "&after=" + page.at("/next") : "";
        } while (!after.isEmpty());
    }

    private static void requireNoMarker(String path) {
        String text = Call.get("/api/v1/audit/" + path)
                .as(Account.AUDITOR)
                .send()
                .is(200)
                .text();
        Matcher encoded = BASE64.matcher(text);
        StringBuilder all = new StringBuilder(text);
        while (encoded.find()) {
            byte[] bytes = Base64.getDecoder().decode(encoded.group());
            all.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        assertFalse(all.toString().toLowerCase(Locale.ROOT).contains(Markers.RUN.toLowerCase(Locale.ROOT)), path);
    }

    /** The log of the server, its own folders and temporary ones, the node's keys, the database's files and two dumps. */
    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNothingOfAPersonInAnyFile(@TempDir Path folder) throws Exception {
        Needles needles = Markers.needles();
        DatabaseFiles.dump(TestDatabase.running(), folder.resolve("dump.sql"));
        DatabaseFiles.dump(TestDatabase.running(), folder.resolve("dump-hex.sql"), "--hex-blob");

        for (Path written : List.of(
                DatabaseFiles.flushed(TestDatabase.running()),
                TestNode.prepared().home(),
                folder)) {
            assertEquals(Set.of(), needles.below(written), written::toString);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNothingOfAPersonInBundlesExportsAndTheContract() {
        Needles needles = Markers.needles();
        String ever = "\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}";
        for (String format : List.of("fhir", "csv", "jsonl", "syslog")) {
            requireNone(needles, taken("exports", "{\"format\":\"" + format + "\"," + ever));
        }
        requireNone(needles, taken("bundles", "{" + ever));
        requireNone(needles, taken("bundles", "{\"agency\":\"tj-police-dushanbe\"," + ever));
        for (String path : List.of("/openapi.yaml", "/openapi", "/metrics", "/health")) {
            requireNone(needles, Call.get(path).send().is(200));
        }
    }

    private static Reply taken(String what, String body) {
        return Call.post("/api/v1/audit/" + what)
                .as(Account.AUDITOR)
                .json(body)
                .send()
                .is(200);
    }

    private static void requireNone(Needles needles, Reply reply) {
        assertEquals(Set.of(), needles.in(reply.header("Content-Type"), reply.bytes()));
    }

    /** Each mail as it came, and as it reads. */
    @Test
    @Order(Integer.MAX_VALUE)
    default void leavesNothingOfAPersonInMails() {
        Needles needles = Markers.needles();
        List<MailServer.Received> mails = TestNode.prepared().mails();

        assertTrue(mails.size() >= 2, "mails were sent");
        for (MailServer.Received mail : mails) {
            assertEquals(Set.of(), needles.in("message/rfc822", mail.bytes()));
            assertEquals(
                    Set.of(),
                    needles.in("text/plain", (mail.subject() + "\n" + mail.text()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    default void logsNoStackTraceForWhatAClientDidWrong() {
        for (String line : TestNode.prepared().log().split("\n", -1)) {
            assertFalse(line.matches("\\s+at org\\.paivand\\..*"), line);
        }
    }
}
