package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** An organisation that nobody knew applies, is approved by two people, gets its client, and accepts its first referral. */
record TakingInAnAgency(Cast cast, Narrator narrator, Trail trail, Tokens tokens, URI node) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String APPLICATIONS = "/api/v1/agency-applications/";

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("An agency is taken in: from nothing to its first accepted referral, and let go again");
        String agency = name();
        String application = approved(agency);
        Recipient organisation = signedIn(agency, application);
        String referral = referred(agency);
        narrator.see(
                "the new organisation finds it in its inbox",
                organisation.inbox().text().contains(referral));
        narrator.see("the new organisation accepts it", organisation.accept(referral), 200);
        narrator.see("assigns its worker", organisation.assign(referral), 200);
        narrator.see("pulls identity", organisation.pull(referral, "identity"), Set.of("identity"));
        letGo(agency, organisation);
    }

    private String approved(String agency) throws IOException, InterruptedException, UnexpectedException {
        String id = narrator.see(
                        "the commission records that " + agency + " applies",
                        trail.left(
                                cast.commission().create("/api/v1/agency-applications", application(agency)),
                                "registry-change",
                                "the application of an agency"),
                        201)
                .text("/applicationId");
        narrator.see("a registrar approves", step(cast.registrar(), id, "approval"), 200);
        narrator.see("approves alone, a second time", step(cast.registrar(), id, "approval"), 403, "own-change");
        narrator.see(
                "another registrar approves",
                trail.left(
                        step(cast.secondRegistrar(), id, "approval"),
                        "registry-change",
                        "an agency taken in by two people"),
                200);
        String state = state(id);
        narrator.see("Keycloak has its group and its client: " + state, state.equals("ready"));
        return id;
    }

    private Recipient signedIn(String agency, String application)
            throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "the first registrar asks for the secret",
                step(cast.registrar(), application, "credential"),
                403,
                "forbidden");
        Answer shown = trail.left(
                step(cast.secondRegistrar(), application, "credential"),
                "registry-change",
                "a secret that was shown once");
        narrator.see("the second one sees it", shown.status() == 200);
        narrator.see(
                "asks for it again", step(cast.secondRegistrar(), application, "credential"), 409, "credential-shown");
        Token token = tokens.ofClient(shown.text("/clientId"), shown.text("/clientSecret"));
        narrator.see(
                "the organisation's own program signs in, for " + token.agency() + " as " + token.groups(),
                token.agency().equals(agency)
                        && Set.copyOf(token.groups()).equals(Set.of("machine", "provider", "referrer")));
        return Recipient.machine(new Api(node, token), "w-first");
    }

    private String referred(String agency) throws IOException, InterruptedException, UnexpectedException {
        String caseId = narrator.see("an officer opens a case", cast.police().open(), 201)
                .text("/caseId");
        for (String category : Set.of("service-request", "identity")) {
            narrator.see("writes " + category, cast.police().write(caseId, category, Sample.of(category)), 204);
        }
        for (String category : Set.of("service-request", "identity")) {
            narrator.see(
                    "records that the person permits " + category + " to it",
                    cast.police().record(caseId, Sample.consent(agency, "assistance", category)),
                    201);
        }
        return narrator.see(
                        "offers it a referral",
                        cast.police().offer(Sample.referral(caseId, agency, "assistance", "psychological")),
                        201)
                .text("/referralId");
    }

    private void letGo(String agency, Recipient organisation)
            throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "a registrar lets it go",
                cast.registrar().post("/api/v1/agencies/" + agency + "/off-boarding", Sample.body()),
                200);
        narrator.see(
                "its token, which Keycloak gave it for minutes more, opens nothing",
                organisation.inbox(),
                403,
                "forbidden");
    }

    private static Answer step(Api registrar, String id, String what) throws IOException, InterruptedException {
        return registrar.post(APPLICATIONS + id + "/" + what, Sample.body());
    }

    /** How far the account has come, once it is ready or failed, or after a minute. */
    private String state(String id) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        String state;
        do {
            state = cast.commission().get(APPLICATIONS + id).text("/access/state");
            if (state.equals("provisioning")) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } while (state.equals("provisioning") && Instant.now().isBefore(end));
        return state;
    }

    private static String name() {
        byte[] random = new byte[4];
        new SecureRandom().nextBytes(random);
        return "tj-ngo-demo-" + HexFormat.of().formatHex(random);
    }

    private static ObjectNode application(String agency) {
        ObjectNode body = Sample.body();
        ObjectNode asked = body.putObject("agency");
        asked.put("agencyId", agency).put("kind", "ngo").put("jurisdiction", "TJ");
        asked.putObject("name")
                .put("tg", "Ташкилоти намунавӣ")
                .put("ru", "Организация для примера")
                .put("en", "Example organisation");
        asked.put("sector", "non-state").put("confidentialLocation", false);
        body.putObject("contact").put("office", "it-service").put("phone", "+999000000");
        return body;
    }
}
