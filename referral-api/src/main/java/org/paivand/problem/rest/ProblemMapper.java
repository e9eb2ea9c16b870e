package org.paivand.problem.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.database.DuplicateKeyException;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.ReasonTexts;
import org.paivand.entry.LogNotWritableException;
import org.paivand.problem.Problem;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemTexts;
import org.paivand.release.Strangers;
import org.paivand.rest.Exchange;

/** The one mapping from what went wrong to what is answered. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    /** Media type of RFC 9457 §6.1. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Logger LOG = Logger.getLogger("org.paivand.problem");
    private static final int RETRY_SECONDS = 5;
    private static final int RETRY_SECONDS_AFTER_HANDS = 60;

    @Inject
    Exchange exchange;

    @Inject
    Strangers strangers;

    @Override
    public Response toResponse(Throwable failure) {
        ProblemException problem = attempted(problem(failure));
        Response.ResponseBuilder answer = Response.status(problem.code().status())
                .type(MEDIA_TYPE)
                .entity(body(problem, exchange.texts(), exchange.id()));
        switch (problem.code()) {
            case UNAUTHENTICATED -> answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"paivand\"");
            case TOO_MANY_REQUESTS -> answer.header(HttpHeaders.RETRY_AFTER, 60);
            case DATABASE_UNAVAILABLE, LOG_UNAVAILABLE, KEYS_UNAVAILABLE ->
                answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case CLOCK_BEHIND,
                    CONSENTS_LOST,
                    LOG_UNSOUND,
                    MAIL_UNAVAILABLE,
                    ONBOARDING_UNAVAILABLE,
                    WITNESS_QUORUM_STALE -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS_AFTER_HANDS);
            default -> {
                if (failure instanceof NotAllowedException notAllowed) {
                    answer.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
                }
            }
        }
        return answer.build();
    }

    /** The body for a problem; also what the servlet answers with that catches what Jakarta REST never sees. */
    static Problem body(ProblemException problem, ProblemTexts texts, UUID exchange) {
        ProblemException.Extensions extensions = problem.extensions();
        return new Problem(
                URI.create(problem.code().type()),
                texts.title(problem.code()),
                problem.code().status(),
                texts.detail(problem.code()),
                problem.code().code(),
                URI.create("urn:uuid:" + exchange),
                present(withheld(extensions.withheld(), texts)),
                present(extensions.allowed()),
                present(extensions.errors()),
                present(extensions.missing()),
                present(extensions.refused().stream()
                        .map(refused -> new Problem.Refused(
                                refused.pointer(), refused.code(), present(withheld(refused.withheld(), texts))))
                        .toList()),
                extensions.free());
    }

    private static List<Problem.Withheld> withheld(
            List<ProblemException.WithheldCategory> withheld, ProblemTexts texts) {
        return withheld.stream()
                .map(part -> new Problem.Withheld(
                        part.category(),
                        part.reasonCode(),
                        ReasonTexts.text(ReasonCode.of(part.reasonCode()), texts.language()),
                        part.agreement().map(known -> new Problem.AgreementName(known.id(), known.version()))))
                .toList();
    }

    private static <T> Optional<List<T>> present(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    /** Whoever asks for what isn't theirs leaves an entry, wherever it was noticed; if that can't be written, it says so. */
    private ProblemException attempted(ProblemException problem) {
        if (problem.code() != ProblemCode.NOT_FOUND
                || problem.isLogged()
                || exchange.possibleCaller().isEmpty()) {
            return problem;
        }
        try {
            return strangers.turnAway(exchange.caller(), exchange.id());
        } catch (RuntimeException failure) {
            return problem(failure);
        }
    }

    private ProblemException problem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof DatabaseUnavailableException) {
                LOG.log(Level.SEVERE, () -> exchange.id() + " database unavailable: " + failure.getMessage());
                return ProblemException.of(ProblemCode.DATABASE_UNAVAILABLE);
            }
            if (cause instanceof CaseKeyException) {
                LOG.log(
                        Level.SEVERE,
                        () -> exchange.id() + " " + failure.getClass().getSimpleName());
                return ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
            }
            if (cause instanceof LogNotWritableException || cause instanceof LogUnavailableException) {
                LOG.log(Level.SEVERE, () -> exchange.id() + " log unavailable: " + failure.getMessage());
                return ProblemException.of(
                        cause instanceof LogNotWritableException refused
                                ? code(refused.reason())
                                : ProblemCode.LOG_UNAVAILABLE);
            }
            if (cause instanceof DuplicateKeyException) {
                return ProblemException.of(ProblemCode.CONFLICT);
            }
        }
        if (failure instanceof WebApplicationException web) {
            return ProblemException.of(code(web));
        }
        // Class names and frames only: a message may quote what a person typed.
        LOG.log(Level.SEVERE, () -> exchange.id() + " " + trace(failure));
        return ProblemException.of(ProblemCode.INTERNAL_ERROR);
    }

    private static ProblemCode code(LogNotWritableException.Reason reason) {
        return switch (reason) {
            case CLOCK -> ProblemCode.CLOCK_BEHIND;
            case UNSOUND -> ProblemCode.LOG_UNSOUND;
            case BEHIND, SIGNER -> ProblemCode.LOG_UNAVAILABLE;
        };
    }

    private static ProblemCode code(WebApplicationException web) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status() == web.getResponse().getStatus() && web instanceof ClientErrorException) {
                return code;
            }
        }
        return ProblemCode.INTERNAL_ERROR;
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.paivand")) {
                    trace.append(" at ").append(frame);
                }
            }
            trace.append("; ");
        }
        return trace.toString();
    }
}
