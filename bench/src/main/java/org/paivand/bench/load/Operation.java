package org.paivand.bench.load;

import java.net.http.HttpRequest;
import java.util.List;

/** What is asked of the node again and again; each connection has a case of its own, as callers in life have. */
enum Operation {
    OFFER("offer", 201),
    INBOX("inbox", 200),
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
            case PULL ->
                api.post(
                        people.worker(),
                        "/api/v1/referrals/" + own.referralId() + "/releases",
                        "{\"categories\": [\"identity\", \"contact\"]}");
        };
    }
}
