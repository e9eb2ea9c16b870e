package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** An agency to which referrals are offered, acting for one of its workers. */
final class Recipient {
    private final Api api;
    private final String worker;

    private Recipient(Api api, String worker) {
        this.api = api;
        this.worker = worker;
    }

    /** A program that names the worker it acts for. */
    static Recipient machine(Api api, String worker) {
        return new Recipient(api.with("Paivand-Worker", worker), worker);
    }

    /** A program that forgets to name one; it is turned away wherever a person's data is asked for. */
    static Recipient unnamed(Api api) {
        return new Recipient(api, "nobody");
    }

    /** Somebody who is signed in: the worker is the account. */
    static Recipient person(Api api) {
        return new Recipient(api, api.token().subject());
    }

    Answer inbox() throws IOException, InterruptedException {
        return api.get("/api/v1/referrals?box=inbox&state=offered&limit=100");
    }

    Answer look(String referralId) throws IOException, InterruptedException {
        return api.get("/api/v1/referrals/" + referralId);
    }

    /** A change that it may make: {@code decline}, {@code progress} and the like. */
    Answer move(String referralId, String move, JsonNode body) throws IOException, InterruptedException {
        return api.post("/api/v1/referrals/" + referralId + "/" + move, body);
    }

    /** Has notifications sent there. */
    Answer listen(String address) throws IOException, InterruptedException {
        return api.create("/api/v1/webhooks", Sample.body().put("url", address));
    }

    Answer listenNoMore(String webhookId) throws IOException, InterruptedException {
        return api.delete("/api/v1/webhooks/" + webhookId);
    }

    Answer accept(String referralId) throws IOException, InterruptedException {
        return api.post("/api/v1/referrals/" + referralId + "/acceptance", Sample.body());
    }

    /** Assigns the worker for whom this acts. */
    Answer assign(String referralId) throws IOException, InterruptedException {
        return api.post(
                "/api/v1/referrals/" + referralId + "/assignments",
                Sample.body().put("worker", worker));
    }

    /** What it could pull now, and why not the rest. */
    Preview outlook(String referralId) throws IOException, InterruptedException {
        return new Preview(api.get("/api/v1/referrals/" + referralId + "/releases"));
    }

    Answer pull(String referralId, String... categories) throws IOException, InterruptedException {
        return api.create("/api/v1/referrals/" + referralId + "/releases", Sample.body("categories", categories));
    }

    /** What the person said of the help. */
    Answer feedback(String referralId, JsonNode answer) throws IOException, InterruptedException {
        return api.put("/api/v1/referrals/" + referralId + "/feedback", answer);
    }

    /** What the agency is asked to stop using, the newest first. */
    Answer notices() throws IOException, InterruptedException {
        return api.get("/api/v1/stop-use-notices?limit=1");
    }

    Answer answer(String noticeId, JsonNode answer) throws IOException, InterruptedException {
        return api.create("/api/v1/stop-use-notices/" + noticeId + "/answer", answer);
    }

    Answer capacity(String serviceId) throws IOException, InterruptedException {
        return api.get("/api/v1/services/" + serviceId + "/capacity");
    }

    /** Says how many places are free, over what was said before. */
    Answer state(String serviceId, JsonNode capacity) throws IOException, InterruptedException {
        Answer before = capacity(serviceId);
        String path = "/api/v1/services/" + serviceId + "/capacity";
        return before.tag().isEmpty() ? api.put(path, capacity) : api.replace(path, before.tag(), capacity);
    }

    Answer overdue() throws IOException, InterruptedException {
        return api.get("/api/v1/overdue");
    }

    String worker() {
        return worker;
    }
}
