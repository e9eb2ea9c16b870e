package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Searches the log and takes evidence away; remembers all that it was ever shown. */
final class Auditor {
    private final Api api;
    private final List<String> shown = new ArrayList<>();

    Auditor(Api api) {
        this.api = api;
    }

    /** The events since an instant, newest first; ends early at an answer that is no page. */
    List<JsonNode> eventsSince(Instant from) throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        String after = "";
        do {
            Answer page = remember(api.get("/api/v1/audit/entries?limit=100&from=" + from + after));
            Answer.elements(page.json().path("items")).forEach(row -> events.add(row.path("event")));
            after = page.text("/next").isEmpty() ? "" : "&after=" + page.text("/next");
        } while (!after.isEmpty());
        return events;
    }

    Answer entry(String eventId) throws IOException, InterruptedException {
        Answer entry = remember(api.get("/api/v1/audit/entries/" + eventId));
        shown.add(new String(Base64.getDecoder().decode(entry.text("/opening/event")), StandardCharsets.UTF_8));
        return entry;
    }

    Answer alerts() throws IOException, InterruptedException {
        return remember(api.get("/api/v1/alerts?limit=10"));
    }

    Answer replay(String eventId) throws IOException, InterruptedException {
        return remember(api.get("/api/v1/audit/entries/" + eventId + "/replay"));
    }

    Answer bundle(Instant from, Instant to) throws IOException, InterruptedException {
        Answer bundle = api.post(
                "/api/v1/audit/bundles",
                Sample.body().put("from", from.toString()).put("to", to.toString()));
        if (bundle.status() == 200) {
            EvidenceZip.of(bundle.bytes())
                    .members()
                    .forEach((name, content) -> shown.add(name + new String(content, StandardCharsets.UTF_8)));
        }
        return bundle;
    }

    /** Whether a text occurs anywhere in what was shown, unpacked and decoded. */
    boolean wasShown(String text) {
        return shown.stream().anyMatch(answer -> answer.contains(text));
    }

    int answers() {
        return shown.size();
    }

    private Answer remember(Answer answer) {
        shown.add(answer.text());
        return answer;
    }
}
