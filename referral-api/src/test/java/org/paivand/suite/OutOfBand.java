package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was told outside, over HTTP: who may write it down, and what can't be written. */
interface OutOfBand {
    /** A case of which a family was told something; returns its id. */
    static String recorded() {
        String caseId = Journey.filledCase();
        record(Account.OFFICER, caseId, toldFamily()).is(201);
        return caseId;
    }

    private static String toldFamily() {
        return "{\"channel\":\"messenger\",\"occurredAt\":\""
                + Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60)
                + "\",\"recordedFor\":\"tj-police-dushanbe\",\"outsider\":\"family\",\"purpose\":\"family-tracing\","
                + "\"categories\":[\"whereabouts\"],\"noConsent\":\"by-mistake\"}";
    }

    private static Reply record(Account by, String caseId, String body) {
        return Call.post(path(caseId)).as(by).once().json(body).send();
    }

    private static String path(String caseId) {
        return "/api/v1/cases/" + caseId + "/out-of-band-disclosures";
    }

    @Test
    default void isRecordedThoughNothingCoversItAndTheAuditorFindsItByThat() {
        Reply recorded =
                record(Account.OFFICER, Journey.filledCase(), toldFamily()).is(201);

        assertEquals("false", recorded.at("/decidedBeforehand"));
        assertEquals("false", recorded.at("/founded"));
        assertTrue(Call.get("/api/v1/audit/entries?type=out-of-band&outcome=without-basis&limit=100")
                .as(Account.AUDITOR)
                .send()
                .is(200)
                .text()
                .contains(recorded.at("/eventId")));
    }

    @Test
    default void isForTheControllerAlone() {
        String caseId = Journey.filledCase();

        record(Account.PSYCHOSOCIAL, caseId, toldFamily()).refused(404, "not-found");
        record(Account.SHELTER, caseId, toldFamily()).refused(404, "not-found");
        record(Account.AUDITOR, caseId, toldFamily()).refused(403, "forbidden");
        Call.get(path(caseId)).as(Account.SHELTER).send().refused(404, "not-found");
    }

    @Test
    default void hasNoRoomForWhoItWas() {
        String caseId = Journey.filledCase();
        String body = toldFamily();
        for (String wrong : List.of(
                body.replace("}", ",\"name\":\"the brother\"}"),
                body.replace("}", ",\"note\":\"he lives by the market\"}"),
                body.replace("\"family\"", "\"the brother\""),
                body.replace("[\"whereabouts\"]", "[]"),
                body.replace("tj-police-dushanbe", "the brother"))) {
            Call.post(path(caseId))
                    .as(Account.OFFICER)
                    .once()
                    .improper()
                    .json(wrong)
                    .send()
                    .is(400);
        }
        record(Account.OFFICER, caseId, body.replace("}", ",\"recipient\":\"tj-shelter-north\"}"))
                .refused(400, "invalid-request");
        record(Account.OFFICER, caseId, body.replace(",\"noConsent\":\"by-mistake\"", ""))
                .refused(400, "invalid-request");
    }
}
