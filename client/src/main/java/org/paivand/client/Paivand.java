package org.paivand.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.paivand.client.http.ApiClient;
import org.paivand.client.http.ApiException;
import org.paivand.client.http.ApiResponse;

/**
 * One agency's connection to a node. Safe for use by several threads.
 *
 * <pre>{@code
 * Paivand paivand = Paivand.at(URI.create("https://node.example"), tokens::current).actingFor("w-anora");
 * ReferralsApi referrals = paivand.api(ReferralsApi::new);
 * Referral referral = paivand.call(() -> referrals.readReferral(APIReadReferralRequest.newBuilder().id(id).build()));
 * }</pre>
 *
 * <p>An answer 429 or 503 is waited for as long as the node says, and the request sent again, three times at most and where that
 * can't do anything twice (see {@link RepeatingClient}). A node that can't be reached is not asked again: whoever repeats a POST then keeps its {@link #newKey key}.
 */
public final class Paivand {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI node;
    private final Supplier<String> tokens;
    private final Optional<String> worker;
    private final Optional<Locale> language;
    private final HttpClient http;
    private final ObjectMapper mapper;

    private Paivand(
            URI node,
            Supplier<String> tokens,
            Optional<String> worker,
            Optional<Locale> language,
            HttpClient http,
            ObjectMapper mapper) {
        this.node = node;
        this.tokens = tokens;
        this.worker = worker;
        this.language = language;
        this.http = http;
        this.mapper = mapper;
    }

    /**
     * @param node scheme, host and port; a path is kept
     * @param tokens asked before each request for an access token that is valid now; it is sent as it is and never logged
     */
    public static Paivand at(URI node, Supplier<String> tokens) {
        return new Paivand(
                node,
                tokens,
                Optional.empty(),
                Optional.empty(),
                new RepeatingClient(
                        HttpClient.newBuilder().connectTimeout(PATIENCE).build()),
                Answers.mapper());
    }

    /** The same connection for one worker of the agency, for the role {@code machine}. The log names client and worker. */
    public Paivand actingFor(String named) {
        return new Paivand(node, tokens, Optional.of(named), language, http, mapper);
    }

    /** The same connection with the texts of errors and reasons in that language: tg, ru or en. */
    public Paivand in(Locale named) {
        return new Paivand(node, tokens, worker, Optional.of(named), http, mapper);
    }

    /** One of the generated APIs over this connection, as {@code paivand.api(ReferralsApi::new)}. */
    public <A> A api(Function<ApiClient, A> constructor) {
        ApiClient client =
                new ApiClient(HttpClient.newBuilder(), mapper, node.toString().replaceFirst("/$", "")) {
                    @Override
                    public HttpClient getHttpClient() {
                        return http;
                    }
                };
        client.setReadTimeout(PATIENCE);
        client.setRequestInterceptor(this::sign);
        return constructor.apply(client);
    }

    /** An idempotency key that nobody used. Keep it with what is meant by the request, and send it again with each repetition. */
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * What the node answers.
     *
     * @throws RefusedException if it refuses
     * @throws UncheckedIOException if there is no answer; whether the request took effect is then unknown
     */
    public <T> T call(Call<T> call) {
        return made(call);
    }

    /** The same, with the ETag of the answer for the next change. */
    public <T> Versioned<T> versioned(Call<ApiResponse<T>> call) {
        ApiResponse<T> response = made(call);
        String etag = response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this operation's answer has no version"));
        return new Versioned<>(response.getData(), etag);
    }

    static <T> T made(Call<T> call) {
        try {
            return call.make();
        } catch (ApiException failed) {
            if (failed.getCode() == 0) {
                throw new UncheckedIOException(
                        failed.getCause() instanceof IOException broken ? broken : new IOException(failed));
            }
            throw RefusedException.of(failed);
        }
    }

    private void sign(HttpRequest.Builder request) {
        request.setHeader("Authorization", "Bearer " + tokens.get());
        worker.ifPresent(named -> request.setHeader("Paivand-Worker", named));
        language.ifPresent(named -> request.setHeader("Accept-Language", named.toLanguageTag()));
    }

    /** A call of a generated API. */
    @FunctionalInterface
    public interface Call<T> {
        T make() throws ApiException;
    }

    /**
     * What was answered, and which version of it.
     *
     * @param etag to be sent as {@code If-Match} with the change that was decided by it; the node refuses the change with
     *     {@code stale-version} if there was another one meanwhile
     */
    public record Versioned<T>(T value, String etag) {}
}
