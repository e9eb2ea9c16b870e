package org.paivand.rest;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Caller;
import org.paivand.problem.ProblemTexts;

/** One request and its answer: what the filters found out about it, for whoever serves it. */
@RequestScoped
public class Exchange {
    private final UUID id = UUID.randomUUID();
    private @Nullable Caller caller;
    private byte[] body = {};
    private String acceptLanguage = "";

    /** Stands in the answer's Paivand-Exchange header, in every log line and in every entry of the disclosure log. */
    public UUID id() {
        return id;
    }

    /** Empty until the caller's filter has run, and for what may be read without a token. */
    public Optional<Caller> possibleCaller() {
        return Optional.ofNullable(caller);
    }

    public Caller caller() {
        return possibleCaller().orElseThrow(() -> new IllegalStateException("no caller: the method lacks @May"));
    }

    public void calledBy(Caller caller) {
        this.caller = caller;
    }

    /** The request's body as it came, at most {@link BodyLimit#MAX_BYTES}. */
    public byte[] body() {
        return body.clone();
    }

    void hasBody(byte[] body) {
        this.body = body.clone();
    }

    void accepts(String acceptLanguage) {
        this.acceptLanguage = acceptLanguage;
    }

    public ProblemTexts texts() {
        return ProblemTexts.in(acceptLanguage);
    }
}
