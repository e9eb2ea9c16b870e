package org.paivand.audit.cosigning;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.paivand.audit.witness.WitnessReply;

/** HTTP to witnesses: no redirects, answers cut at what a witness can have to say. */
public final class WitnessCaller {
    private final HttpClient http;
    private final Duration timeout;

    /** @param timeout for the connection, and again for the answer's beginning */
    public WitnessCaller(Duration timeout) {
        this.timeout = timeout;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
    }

    /** An answer as it came; at most a byte longer than {@link WitnessReply#MAX_BYTES}. */
    static final class Answer {
        private final int status;
        private final byte[] body;

        private Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body.clone();
        }
    }

    /** Ends early when the thread is interrupted. */
    Answer post(URI url, byte[] request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(
                HttpRequest.newBuilder(url)
                        .timeout(timeout)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .POST(BodyPublishers.ofByteArray(request))
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), body.readNBytes(WitnessReply.MAX_BYTES + 1));
        }
    }
}
