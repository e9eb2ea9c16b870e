package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.proof.LogProof;

/** What an auditor finds and takes away, over HTTP. */
interface Evidence {
    String ENTRIES = "/api/v1/audit/entries";

    @Test
    default void handsTheAuditorAFileThatProvesOneDisclosure() throws Exception {
        String pulled = pulled();

        Reply file = audit(ENTRIES + "/" + pulled + "/proof").is(200);

        LogProof proof = LogProof.parse(file.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(EntryType.DISCLOSURE, proof.opening().type());
        assertTrue(file.header("Content-Type").startsWith("text/plain"));
        assertEquals("attachment; filename=\"" + pulled + ".tlog-proof\"", file.header("Content-Disposition"));
        assertTrue(audit(ENTRIES + "?type=export&limit=1").is(200).text().contains("\"entries\":1}"));
        audit(ENTRIES + "/" + UUID.randomUUID() + "/proof").refused(404, "not-found");
        Call.get(ENTRIES + "/" + pulled + "/proof").as(Account.OFFICER).send().refused(403, "forbidden");
    }

    @Test
    default void findsTheCaseOfAnEventAndNamesItNowhere() {
        String pulled = pulled();

        Reply page = audit(ENTRIES + "?limit=100&sameCaseAs=" + pulled).is(200);

        assertTrue(page.text().contains(pulled));
        assertTrue(page.json().at("/items").size() > 1, "the case has an entry beside the pull");
        audit(ENTRIES + "?sameCaseAs=" + UUID.randomUUID()).refused(404, "not-found");
    }

    @Test
    default void bundlesACaseAndWhatAnAgencyDid() {
        for (String wanted : new String[] {
            "{\"sameCaseAs\":\"" + pulled() + "\"}",
            "{\"agency\":\"tj-police-dushanbe\",\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2036-01-01T00:00:00Z\"}"
        }) {
            Reply bundle = bundle(wanted).is(200);

            assertTrue(bundle.text().contains("proofs/"), wanted);
            assertFalse(bundle.text().contains(Markers.RUN), wanted);
        }
        bundle("{\"sameCaseAs\":\"" + UUID.randomUUID() + "\"}").refused(404, "not-found");
    }

    @Test
    default void bundlesAllSinceACheckpointOfThisLogAndNoOther() {
        String kept = audit("/log/checkpoint").is(200).text();
        pulled();

        Reply refused = bundle(since(kept.replaceFirst("\n[A-Za-z0-9+/]{8}", "\nAAAAAAAA")));

        refused.refused(422, "checkpoint-not-ours");
        bundle(since("nothing")).refused(422, "checkpoint-not-ours");
        assertTrue(bundle(since(kept)).is(200).text().contains("consistency/" + kept.split("\n", -1)[1]));
    }

    @Test
    default void refusesABundleOfNothingOrOfTwoThings() {
        for (String wanted : new String[] {
            "{}",
            "{\"from\":\"2026-01-01T00:00:00Z\"}",
            "{\"agency\":\"tj-police-dushanbe\"}",
            "{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}",
            "{\"sameCaseAs\":\"" + UUID.randomUUID() + "\",\"from\":\"2026-01-01T00:00:00Z\"}"
        }) {
            bundle(wanted).refused(400, "invalid-request");
        }
    }

    @Test
    default void letsTheAuditorsOwnCacheKeepAFullTileForEver() {
        while (size() < 257) {
            audit(ENTRIES + "?limit=1").is(200);
        }

        Reply full = audit("/log/tile/0/000").is(200);
        Reply again = Call.get("/log/tile/0/000")
                .as(Account.AUDITOR)
                .header("If-None-Match", full.header("ETag"))
                .send();

        assertEquals("private, max-age=31536000, immutable", full.header("Cache-Control"));
        assertEquals(304, again.status());
        assertEquals("private, max-age=60", audit("/log/tile/0/001.p/1").is(200).header("Cache-Control"));
        audit("/log/tile/0/900").refused(404, "not-found");
    }

    @Test
    default void listsChangesByIndexFromASize() {
        long size = size();
        pulled();
        audit(ENTRIES + "/" + pulled() + "/proof").is(200);

        Reply page = audit("/api/v1/audit/changes?limit=2&since=" + size).is(200);
        Reply next = audit("/api/v1/audit/changes?limit=2&since=" + size + "&after=" + page.at("/next"))
                .is(200);

        assertEquals(size, page.json().at("/items/0/index").asLong());
        assertEquals(size + 2, next.json().at("/items/0/index").asLong());
        audit("/api/v1/audit/reviews").is(200);
    }

    private static long size() {
        return Long.parseLong(audit("/log/checkpoint").is(200).text().split("\n", -1)[1]);
    }

    private static String pulled() {
        return Journey.pulling(Journey.accepted(), Account.SHELTER, "identity")
                .send()
                .is(200)
                .at("/entry/eventId");
    }

    private static Reply audit(String path) {
        return Call.get(path).as(Account.AUDITOR).send();
    }

    private static String since(String checkpoint) {
        return "{\"since\":\"" + checkpoint.replace("\n", "\\n") + "\"}";
    }

    private static Reply bundle(String body) {
        return Call.post("/api/v1/audit/bundles")
                .as(Account.AUDITOR)
                .json(body)
                .improper()
                .send();
    }
}
