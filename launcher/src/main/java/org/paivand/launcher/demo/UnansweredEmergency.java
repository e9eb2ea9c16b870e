package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** An emergency that nobody answers: who hears of it, and of what. Offered early, since the time to answer runs beside the rest. */
record UnansweredEmergency(Cast cast, Narrator narrator) {
    /** Of an installation of the demonstration's own; any other gives a day. */
    static final Duration RESPOND_WITHIN = Duration.ofSeconds(20);

    private static final String PURPOSE = "assistance";
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long LOOK_EVERY_MILLIS = 200;

    /** Empty where the installation gives more time to answer than a demonstration has. */
    Optional<Referral> offered() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("An emergency. Nobody will answer it, which the Commission sees later");
        String caseId = narrator.see("an officer opens a case", cast.police().open(), 201)
                .text("/caseId");
        narrator.see(
                "writes service-request",
                cast.police().write(caseId, "service-request", Sample.of("service-request")),
                204);
        narrator.see(
                "records that " + Cast.LEGAL_AID + " may be asked",
                cast.police().record(caseId, Sample.consent(Cast.LEGAL_AID, PURPOSE, "service-request")),
                201);
        Answer offered = narrator.see(
                "offers it as an emergency",
                cast.police()
                        .offer(Sample.referral(caseId, Cast.LEGAL_AID, PURPOSE, "psychological")
                                .put("urgency", "emergency")),
                201);
        Instant respondBy = Instant.parse(offered.text("/respondBy"));
        narrator.note("there is time to answer until " + respondBy);
        if (Instant.now().plus(LONGEST).isBefore(respondBy)) {
            narrator.note(
                    "that is too long to wait for here; ./paivand demo with a state folder of its own gives 20 seconds");
            return Optional.empty();
        }
        return Optional.of(new Referral(offered.text("/referralId"), caseId));
    }

    void overdue(Referral referral) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("The emergency again. Its time is over");
        JsonNode told = told(referral.id());
        narrator.see("the Commission is told that " + Cast.LEGAL_AID + " let it pass", !told.isMissingNode());
        narrator.note(told.toString());
        narrator.see(
                "and nothing of the case",
                Set.of("kind", "subject", "agency", "due", "daysOverdue").equals(names(told))
                        && told.path("kind").asText().equals("answer")
                        && told.path("agency").asText().equals(Cast.LEGAL_AID)
                        && !told.toString().contains(referral.caseId()));
        narrator.see(
                "the officer sees that it is expired, and can ask another",
                cast.police().look(referral.id()).text("/state").equals("expired"));
    }

    private JsonNode told(String referral) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LONGEST);
        JsonNode found = found(referral);
        while (found.isMissingNode() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            found = found(referral);
        }
        return found;
    }

    private JsonNode found(String referral) throws IOException, InterruptedException {
        JsonNode items = cast.commission().get("/api/v1/overdue").json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.path("subject").asText().equals(referral))
                .findFirst()
                .orElseGet(() -> items.path(-1));
    }

    private static Set<String> names(JsonNode item) {
        return Set.copyOf(StreamSupport.stream(((Iterable<String>) item::fieldNames).spliterator(), false)
                .toList());
    }

    /** What was offered, of which case. */
    record Referral(String id, String caseId) {}
}
