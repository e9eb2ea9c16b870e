package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** Step 4. */
record PullingRecords(Cast cast, Narrator narrator, Trail trail) {

    void play(String referralId) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 4 of 7. The shelter's own system reads, accepts and pulls, for a worker it names");
        inbox(referralId);
        beforeAccepting(referralId);
        afterAccepting(referralId);
    }

    private void inbox(String referralId) throws IOException, InterruptedException, UnexpectedException {
        Answer inbox = narrator.see("looks into its inbox", cast.shelter().inbox(), 200);
        JsonNode row = Answer.elements(inbox.json().path("items")).stream()
                .filter(item -> item.path("referralId").asText().equals(referralId))
                .findFirst()
                .orElseThrow(() -> new UnexpectedException("the referral isn't in the inbox"));
        Set<String> members = Answer.names(row);
        narrator.see(
                "a line of it says " + members,
                members.equals(Set.of("referralId", "state", "urgency", "offeredAt", "respondBy", "updatedAt")));
    }

    private void beforeAccepting(String referralId) throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "pulls without naming a worker",
                cast.unnamed().pull(referralId, "service-request"),
                403,
                "worker-required");
        Answer request = narrator.see(
                cast.shelter().worker() + " pulls the service request",
                trail.left(
                        cast.shelter().pull(referralId, "service-request"),
                        "disclosure",
                        "the service request, stage 1"),
                Set.of("service-request"));
        narrator.note(request.json().at("/sections/service-request").toString());
        narrator.see(
                "no name, number or other personal value is in it",
                Sample.values("identity", "contact", "safety").stream().noneMatch(request.text()::contains));
        narrator.see(
                cast.shelter().worker() + " pulls identity before acceptance",
                trail.left(cast.shelter().pull(referralId, "identity"), "denial", "identity before acceptance"),
                403,
                "release-refused");
    }

    private void afterAccepting(String referralId) throws IOException, InterruptedException, UnexpectedException {
        narrator.see("accepts", cast.shelter().accept(referralId), 200);
        Answer assigned = narrator.see(
                "assigns " + cast.shelter().worker(), cast.shelter().assign(referralId), 200);
        narrator.note("workers " + assigned.texts("/workers") + ", state " + assigned.text("/state"));
        Answer pulled = narrator.see(
                cast.shelter().worker() + " pulls identity, contact, safety and health",
                trail.left(
                        cast.shelter().pull(referralId, "identity", "contact", "safety", "health"),
                        "disclosure",
                        "identity and contact, without safety and health"),
                Set.of("identity", "contact"));
        narrator.see(
                "the name is the one the officer wrote: " + pulled.text("/sections/identity/givenName/value"),
                without(pulled.json().at("/sections/identity"), "birthYear")
                                .equals(without(Sample.of("identity"), "birthDate"))
                        && pulled.json().at("/sections/contact").equals(Sample.of("contact")));
        narrator.see(
                "of the birth date the policy lets a shelter have the year: "
                        + pulled.text("/sections/identity/birthYear/value"),
                Sample.of("identity")
                        .at("/birthDate/value")
                        .asText()
                        .startsWith(pulled.text("/sections/identity/birthYear/value") + "-"));
        narrator.see(
                "the shelter is told " + pulled.withheld("health") + " of health, not that the person refused",
                pulled.withheld("health").equals("no-grant"));
        narrator.see(
                cast.colleague().worker() + ", who isn't assigned, pulls identity",
                trail.left(cast.colleague().pull(referralId, "identity"), "denial", "a colleague who isn't assigned"),
                403,
                "release-refused");
    }

    private static JsonNode without(JsonNode section, String member) {
        ObjectNode rest = section.deepCopy();
        rest.remove(member);
        return rest;
    }
}
