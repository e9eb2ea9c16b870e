package org.paivand.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.client.http.ApiException;
import org.paivand.client.model.Problem;

/**
 * The node refused. Its {@link #code} is what to decide by; the texts are for people, in the language asked for. The message holds the
 * code alone, so that a log line of yours tells of nobody.
 */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient @Nullable Problem problem;

    private RefusedException(int status, String code, @Nullable Problem problem, ApiException cause) {
        super(status + " " + code, null);
        this.status = status;
        this.code = code;
        this.problem = problem;
        setStackTrace(cause.getStackTrace());
    }

    static RefusedException of(ApiException failed) {
        Problem problem = read(failed.getResponseBody());
        String code = problem == null || problem.getCode() == null
                ? "unknown"
                : problem.getCode().getValue();
        return new RefusedException(failed.getCode(), code, problem, failed);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One of {@code /codes/problems.json}; {@code unknown} if something between you and the node answered. */
    public String code() {
        return code;
    }

    public boolean is(String expected) {
        return code.equals(expected);
    }

    /** All that was told: what was withheld and why, what is allowed instead, where the request is wrong. */
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private static @Nullable Problem read(@Nullable String body) {
        try {
            return body == null ? null : Answers.mapper().readValue(body, Problem.class);
        } catch (JsonProcessingException notOurs) {
            return null;
        }
    }
}
