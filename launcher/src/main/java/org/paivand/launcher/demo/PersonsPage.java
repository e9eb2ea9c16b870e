package org.paivand.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages as the person's browser has them: without a token, a cookie or a script. */
final class PersonsPage {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final Pattern PART = Pattern.compile("name=\"part\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    private final URI node;

    PersonsPage(URI node) {
        this.node = node;
    }

    Answer enter(String number) throws IOException, InterruptedException {
        return send("step=enter&code=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    /** Presses a button on a page for the first part that it lists. */
    Answer press(Answer page, String step) throws IOException, InterruptedException {
        return send("ticket=" + first(TICKET, page) + "&step=" + step + "&part=" + first(PART, page));
    }

    private static String first(Pattern field, Answer page) {
        Matcher found = field.matcher(page.text());
        return found.find() ? found.group(1) : "";
    }

    private Answer send(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node + "/s/en"))
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), "", "", answer.body());
    }
}
