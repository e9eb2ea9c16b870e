package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The node as a witness: open to everybody, and to nobody's harm. What it cosigns is tested with its store. */
interface Witnessing {
    String REQUEST =
            "old 0\n\nlog.example/2026\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— log.example/2026 AAAAAQ==\n";

    @Test
    default void answersLogsInTheirOwnProtocolWithoutAToken() {
        Reply answer = Call.post("/witness/add-checkpoint")
                .header("Content-Type", "text/plain")
                .body(REQUEST)
                .send()
                .is(404);

        assertEquals("this node witnesses no log\n", answer.text());
    }

    @Test
    default void isAskedToCosignByPostOnly() {
        Call.get("/witness/add-checkpoint").improper().send().refused(405, "method-not-allowed");
    }
}
