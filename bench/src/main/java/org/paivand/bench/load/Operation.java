package org.paivand.bench.load;

import java.net.http.HttpRequest;
import java.util.List;

/** What is asked of the node again and again; each connection has a case of its own, as callers in life have. */
enum Operation {
    /** What every request costs: the token, the caller, the answer; nothing is read but what the node has in memory. */
    NOTHING("baseline: an agency's entry in the directory", 200),
    OFFER("offer", 201),
    INBOX("inbox", 200),
    OPEN("open a service request", 200),
    PULL("pull", 200);

    private final String title;
    private final int expected;

    Operation(String title, int expected) {
        this.title = title;
        this.expected = expected;
    }

    String title() {
        return title;
    }

    boolean succeeded(int status) {
        return status == expected;
    }

    HttpRequest request(Api api, People people, List<Referred> referred, int connection) {
        Referred own = referred.get(connection);
        return switch (this) {
            case OFFER -> api.post(people.officer(), "/api/v1/referrals", own.offer());
            case INBOX -> api.get(people.worker(), "/api/v1/referrals?box=inbox");
            case NOTHING -> api.get(people.officer(), "/api/v1/agencies/" + People.SHELTER);
            case OPEN -> release(api, people, own, "\"service-request\"");
            case PULL -> release(api, people, own, "\"identity\", \"contact\"");
        };
    }

    private static HttpRequest release(Api api, People people, Referred own, String categories) {
        return api.post(
                people.worker(),
                "/api/v1/referrals/" + own.referralId() + "/releases",
                "{\"categories\": [" + categories + "]}");
    }
}
