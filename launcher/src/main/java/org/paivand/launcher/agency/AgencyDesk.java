package org.paivand.launcher.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.paivand.launcher.demo.Answer;
import org.paivand.launcher.demo.Api;
import org.paivand.launcher.demo.Tokens;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.stack.Stack;

/** What a terminal does about agencies. It has no way of its own: each step is a call of the API with somebody's token. */
public final class AgencyDesk {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String APPLICATIONS = "/api/v1/agency-applications";

    private final Stack stack;
    private final Tokens tokens;
    private final PrintWriter out;

    public AgencyDesk(Stack stack, PrintWriter out) {
        this.stack = stack;
        this.tokens = new Tokens(stack);
        this.out = out;
    }

    /**
     * Takes an agency in and prints the secret of its client, which nobody can print again.
     *
     * @throws StartFailedException with the code of the first step that was refused
     */
    public void add(JsonNode application, String applicant, String first, String second)
            throws IOException, StartFailedException, InterruptedException {
        Api confirmer = signedIn(second);
        String id = told(applicant + " applies", signedIn(applicant).create(APPLICATIONS, application))
                .text("/applicationId");
        told(first + " approves", signedIn(first).post(at(id, "approval"), empty()));
        told(second + " approves", confirmer.post(at(id, "approval"), empty()));
        Answer ready = awaitClient(confirmer, id);
        told(second + " asks for the secret", ready);
        Answer secret = confirmer.post(at(id, "credential"), empty());
        told(second + " is shown it, once", secret);
        out.println("client_id      " + secret.text("/clientId"));
        out.println("client_secret  " + secret.text("/clientSecret"));
        out.println("token_endpoint " + stack.tokenEndpoint());
        out.flush();
    }

    private Answer awaitClient(Api confirmer, String id)
            throws IOException, StartFailedException, InterruptedException {
        Instant end = Instant.now().plus(LIMIT);
        Answer answer = confirmer.get(APPLICATIONS + "/" + id);
        while (answer.text("/access/state").equals("provisioning")
                && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(200);
            answer = confirmer.get(APPLICATIONS + "/" + id);
        }
        if (!answer.text("/access/state").equals("ready")) {
            throw new StartFailedException("Keycloak has no client of it: " + answer.text("/access/state") + " "
                    + answer.text("/access/reasonCode") + ". The application is " + id);
        }
        return answer;
    }

    /** @throws StartFailedException if that is refused */
    public void remove(String agency, String registrar) throws IOException, StartFailedException, InterruptedException {
        String path = "/api/v1/agencies/" + agency + "/off-boarding";
        Answer answer =
                told(registrar + " lets " + agency + " go", signedIn(registrar).post(path, empty()));
        out.println("The agency is suspended; its account in Keycloak is " + answer.text("/state"));
        out.flush();
    }

    /** @throws StartFailedException if that is refused */
    public void list(String reader) throws IOException, StartFailedException, InterruptedException {
        Api api = signedIn(reader);
        page(
                api,
                "/api/v1/agencies",
                item -> out.printf(
                        "%-40s %-26s %s%n", text(item, "/agencyId"), text(item, "/kind"), text(item, "/name/en")));
        page(
                api,
                APPLICATIONS,
                item -> out.printf(
                        "%-40s applied: %s %s %s %s%n",
                        text(item, "/agency/agencyId"),
                        text(item, "/state"),
                        text(item, "/access/state"),
                        text(item, "/access/reasonCode"),
                        text(item, "/applicationId")));
        out.flush();
    }

    @FunctionalInterface
    private interface Line {
        void print(JsonNode item);
    }

    private static void page(Api api, String path, Line line)
            throws IOException, StartFailedException, InterruptedException {
        String after = "";
        do {
            Answer answer = required(path, api.get(path + "?limit=100" + (after.isEmpty() ? "" : "&after=" + after)));
            answer.json().path("items").forEach(line::print);
            after = answer.text("/next");
        } while (!after.isEmpty());
    }

    private static String text(JsonNode item, String pointer) {
        return item.at(pointer).asText();
    }

    private Api signedIn(String account) throws IOException, InterruptedException {
        return new Api(stack.baseUrl(), tokens.ofUser(account));
    }

    private Answer told(String step, Answer answer) throws StartFailedException {
        out.println(step + ": " + required(step, answer).status());
        out.flush();
        return answer;
    }

    private static Answer required(String step, Answer answer) throws StartFailedException {
        if (!Set.of(200, 201).contains(answer.status())) {
            throw new StartFailedException(step + ": " + answer.summary() + " " + answer.text("/detail") + " "
                    + answer.json().path("errors"));
        }
        return answer;
    }

    private static String at(String id, String step) {
        return APPLICATIONS + "/" + id + "/" + step;
    }

    private static ObjectNode empty() {
        return new ObjectMapper().createObjectNode();
    }
}
