package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A stage-0 query at night, before anybody is told of anybody; then an offer holds a place of what was found. */
record FindingAService(Cast cast, Narrator narrator, Trail trail) {
    private static final String NORTH = "north-placement";
    private static final int ENOUGH = 40;

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading(
                "A search. A woman with a child needs a bed tonight: who can take them, and may the police ask?");
        narrator.see("the shelter says that two of eight places are free", state(2, 8), 200);
        JsonNode found = narrator.see("the officer asks which services fit", search(), 200)
                .json();
        List<JsonNode> services = Answer.elements(found.path("items"));
        services.forEach(this::tell);
        narrator.see(
                "what fits comes first, and it is " + NORTH,
                services.get(0).path("serviceId").asText().equals(NORTH)
                        && services.get(0).path("fits").asBoolean());
        narrator.see(
                "the shelter for minors doesn't fit: " + reasons(found, "south-placement"),
                reasons(found, "south-placement").contains("age-group"));
        narrator.see(
                "counselling doesn't fit: " + reasons(found, "psychosocial-help"),
                reasons(found, "psychosocial-help").contains("closed-at-arrival"));
        narrator.see(
                "nothing tells where the shelter is but its region, and no number of places",
                !found.toString().contains("addressLines") && !found.toString().contains("maximum"));
        hold();
        narrator.see("the shelter says how many are free", state(ENOUGH, ENOUGH), 200);
    }

    private void hold() throws IOException, InterruptedException, UnexpectedException {
        String caseId = narrator.see("opens a case", cast.police().open(), 201).text("/caseId");
        narrator.see(
                "writes the service request",
                cast.police().write(caseId, "service-request", Sample.of("service-request")),
                204);
        narrator.see(
                "records a consent",
                trail.left(
                        cast.police()
                                .record(caseId, Sample.consent(Cast.SHELTER, "shelter-placement", "service-request")),
                        "consent-event",
                        "a consent to ask the shelter that was found"),
                201);
        JsonNode offer = Sample.referral(caseId, Cast.SHELTER, "shelter-placement", "shelter")
                .put("serviceId", NORTH);
        String referralId =
                narrator.see("offers it", cast.police().offer(offer), 201).text("/referralId");
        narrator.see("one place is held: " + numbers(), numbers().equals("1 free, 1 held, 8 in all"));
        narrator.see("takes the offer back", cast.police().cancel(referralId), 200);
        narrator.see("and it is free again: " + numbers(), numbers().equals("2 free, 0 held, 8 in all"));
    }

    private Answer search() throws IOException, InterruptedException {
        Instant night = Instant.now()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(20)
                .toInstant();
        ObjectNode query = Sample.body("serviceTypes", "shelter", "social")
                .put("region", "TJ-SU")
                .put("ageGroup", "adult")
                .put("sexForPlacement", "female")
                .put("accompanyingChildren", "one")
                .put("purpose", "shelter-placement");
        query.putArray("languages").add("tg");
        query.putObject("arrivalWindow")
                .put("from", night.toString())
                .put("until", night.plus(3, ChronoUnit.HOURS).toString());
        return cast.police().search(query);
    }

    private Answer state(int available, int maximum) throws IOException, InterruptedException {
        return cast.shelter()
                .state(
                        NORTH,
                        Sample.body()
                                .put("available", available)
                                .put("maximum", maximum)
                                .put("waitlist", "open")
                                .put("additionalAssessmentRequired", false));
    }

    private String numbers() throws IOException, InterruptedException {
        JsonNode numbers = cast.shelter().capacity(NORTH).json().path("numbers");
        return numbers.path("available").asInt() + " free, "
                + numbers.path("held").asInt() + " held, "
                + numbers.path("maximum").asInt() + " in all";
    }

    private void tell(JsonNode service) {
        boolean fits = service.path("fits").asBoolean();
        narrator.note(service.path("serviceId").asText() + (fits ? " fits, " : " doesn't fit, ") + "places: "
                + service.at("/capacity/band").asText());
        service.path("reasons")
                .forEach(reason -> narrator.note("  " + reason.path("code").asText() + ": \""
                        + reason.path("text").asText() + "\""));
    }

    private static String reasons(JsonNode found, String serviceId) {
        return Answer.elements(found.path("items")).stream()
                .filter(service -> service.path("serviceId").asText().equals(serviceId))
                .flatMap(service -> Answer.elements(service.path("reasons")).stream())
                .map(reason -> reason.path("code").asText())
                .collect(Collectors.joining(", "));
    }
}
