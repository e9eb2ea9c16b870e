package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paivand.launcher.state.PrivateFile;

/**
 * Step 6.
 *
 * @param folder where the evidence is put
 */
record Auditing(Cast cast, Narrator narrator, Trail trail, OfflineVerifier verifier, Path folder) {

    /** @param began when the story began */
    void play(Instant began) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 6 of 7. An auditor searches the log, takes evidence away and checks it offline");
        narrator.see("the officer searches the log", cast.police().searchLog(), 403, "forbidden");
        String eventId = search(began);
        Path bundle = download(began);
        proof(eventId);
        values();
        OfflineVerifier.Verdict verdict = verify(bundle);
        new Witnessed(narrator, verifier, folder).play(bundle, verdict);
        alter(bundle);
    }

    /** Returns the id of the last event of the story. */
    private String search(Instant began) throws IOException, InterruptedException, UnexpectedException {
        List<JsonNode> events = cast.auditor().eventsSince(began);
        narrator.see("the auditor finds " + events.size() + " entries since " + began, !events.isEmpty());
        String last = "";
        for (Trail.Trace trace : trail.traces()) {
            JsonNode event = events.stream()
                    .filter(found -> found.path("exchangeId").asText().equals(trace.exchange())
                            && found.path("type").asText().equals(trace.type()))
                    .findFirst()
                    .orElseThrow(() -> new UnexpectedException("the log has no entry of " + trace.what()));
            narrator.see(LoggedEvent.line(event), true);
            last = event.path("eventId").asText();
        }
        return last;
    }

    private Path download(Instant began) throws IOException, InterruptedException, UnexpectedException {
        Instant now = Instant.now();
        Answer bundle = cast.auditor().bundle(began, now);
        narrator.see(
                "downloads the evidence of " + began + " to " + now + ": " + bundle.status() + ", "
                        + bundle.bytes().length + " bytes",
                bundle.status() == 200);
        PrivateFile.folder(folder);
        Path file = folder.resolve("evidence.zip");
        Files.write(file, bundle.bytes());
        return file;
    }

    private void proof(String eventId) throws IOException, InterruptedException, UnexpectedException {
        Answer entry = narrator.see("reads the entry " + eventId, cast.auditor().entry(eventId), 200);
        narrator.see(
                "it is entry " + entry.text("/index") + " of " + entry.text("/treeSize") + ", with a proof of "
                        + entry.json().path("proof").size() + " hashes and the signed checkpoint",
                entry.json().path("index").isIntegralNumber()
                        && entry.text("/checkpoint").contains("\n\u2014 "));
    }

    private void values() throws IOException, UnexpectedException {
        Set<String> values = Sample.values("identity", "contact", "safety");
        narrator.see(
                "of " + values.size() + " personal values none was in "
                        + cast.auditor().answers() + " answers and files the auditor got",
                values.size() > 6 && values.stream().noneMatch(cast.auditor()::wasShown));
    }

    private OfflineVerifier.Verdict verify(Path bundle) throws IOException, InterruptedException, UnexpectedException {
        narrator.note(
                "the trust policy names this node's own key and its witnesses; fetch it by hand, never from the bundle:");
        for (String line : Files.readAllLines(verifier.trust())) {
            narrator.note("  " + line);
        }
        narrator.note("./paivand verify --trust " + verifier.trust() + " " + bundle);
        OfflineVerifier.Verdict verdict = verifier.verify(bundle);
        verdict.said().forEach(line -> narrator.note("  " + line));
        narrator.see(
                "the verifier, with no network and no server, ends with " + verdict.exitStatus(),
                verdict.exitStatus() == 0 && verdict.last().equals("VALID"));
        return verdict;
    }

    private void alter(Path bundle) throws IOException, InterruptedException, UnexpectedException {
        EvidenceZip evidence = EvidenceZip.of(Files.readAllBytes(bundle));
        Path file = folder.resolve("altered.zip");
        Files.write(file, evidence.bytes());
        narrator.see(
                "the same members packed again are valid still",
                verifier.verify(file).exitStatus() == 0);
        Map<String, String> kinds = evidence.kinds();
        narrator.see(
                "its " + evidence.members().size() + " members are of the kinds " + kinds.keySet(),
                kinds.keySet()
                        .containsAll(
                                Set.of("manifest", "checkpoint", "openings/#", "inputs/#.json", "policies/#.json")));
        for (String name : kinds.values()) {
            Files.write(file, evidence.altered(name).bytes());
            OfflineVerifier.Verdict verdict = verifier.verify(file);
            narrator.see(
                    "one bit altered in " + shortened(name) + ": exit " + verdict.exitStatus() + ", " + verdict.last()
                            + why(verdict),
                    verdict.exitStatus() == 1 && verdict.last().equals("REFUSED"));
        }
        Files.delete(file);
    }

    private static String shortened(String name) {
        return name.replaceAll("([0-9a-f]{8})[0-9a-f]{56}", "$1…");
    }

    private static String why(OfflineVerifier.Verdict verdict) {
        return verdict.said().stream()
                .filter(line -> line.startsWith("wrong "))
                .findFirst()
                .map(line -> " (" + line.replaceFirst("wrong +", "") + ")")
                .orElse("");
    }
}
