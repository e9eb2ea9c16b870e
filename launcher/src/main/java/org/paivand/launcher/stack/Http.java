package org.paivand.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks a part of ours on the loopback whether it is there. */
final class Http {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1) // an offer of HTTP/2 makes Payara warn in its log
            .connectTimeout(LIMIT)
            .build();

    private Http() {}

    /** Whether the answer is 200 and its body fits. */
    static boolean answers(URI uri, Predicate<String> body) {
        try {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(uri).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && body.test(answer.body());
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
