package org.paivand.problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.policy.AgreementReference;

/** A refusal on its way to the caller. Carries codes and never a value that came with the request. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Extensions extensions;

    /**
     * The members a problem may have beside RFC 9457's own.
     *
     * @param withheld the categories that were not released, each with its reason
     * @param allowed what may be done instead
     * @param errors where in the request something is wrong
     * @param missing which certificates the caller's agency lacks for its roles
     * @param refused which of several cases were refused
     * @param free how many places there are, as a band
     */
    public record Extensions(
            List<WithheldCategory> withheld,
            List<String> allowed,
            List<RequestError> errors,
            List<MissingCertificate> missing,
            List<RefusedCase> refused,
            Optional<String> free) {
        public static final Extensions NONE = new Extensions(List.of(), List.of(), List.of());

        public Extensions(List<WithheldCategory> withheld, List<String> allowed, List<RequestError> errors) {
            this(withheld, allowed, errors, List.of(), List.of(), Optional.empty());
        }

        public Extensions {
            withheld = List.copyOf(withheld);
            allowed = List.copyOf(allowed);
            errors = List.copyOf(errors);
            missing = List.copyOf(missing);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A category and the stable code of the reason it was withheld for.
     *
     * @param agreement the one that kept it back, where one did
     */
    public record WithheldCategory(String category, String reasonCode, Optional<AgreementReference> agreement) {
        public WithheldCategory(String category, String reasonCode) {
            this(category, reasonCode, Optional.empty());
        }
    }

    /**
     * A fault in the request.
     *
     * @param pointer JSON pointer (RFC 6901) of a member the contract knows; an unknown member is named by its parent, since
     *     its name may be somebody's
     * @param allowed what it may be instead, where that is a short list
     */
    public record RequestError(String pointer, String code, Optional<List<String>> allowed) {
        public RequestError {
            allowed = allowed.map(List::copyOf);
        }

        public RequestError(String pointer, String code) {
            this(pointer, code, Optional.empty());
        }
    }

    /**
     * A certificate that a role demands.
     *
     * @param since when the last one ended; empty if there never was one
     */
    public record MissingCertificate(String role, String certificate, Optional<Instant> since) {}

    /**
     * One of several cases, and why it was refused.
     *
     * @param pointer where the request names it
     */
    public record RefusedCase(String pointer, String code, List<WithheldCategory> withheld) {
        public RefusedCase {
            withheld = List.copyOf(withheld);
        }
    }

    private final boolean logged;

    private ProblemException(ProblemCode code, Extensions extensions) {
        this(code, extensions, false);
    }

    private ProblemException(ProblemCode code, Extensions extensions, boolean logged) {
        super(code.code(), null, false, false);
        this.code = code;
        this.extensions = extensions;
        this.logged = logged;
    }

    /** The refusal of an attempt that stands in the disclosure log already. */
    public static ProblemException logged(ProblemCode code) {
        return new ProblemException(code, Extensions.NONE, true);
    }

    public boolean isLogged() {
        return logged;
    }

    public static ProblemException of(ProblemCode code) {
        return new ProblemException(code, Extensions.NONE);
    }

    public static ProblemException withheld(ProblemCode code, List<WithheldCategory> withheld) {
        return new ProblemException(code, new Extensions(withheld, List.of(), List.of()));
    }

    public static ProblemException illegalTransition(List<String> allowed) {
        return new ProblemException(ProblemCode.ILLEGAL_TRANSITION, new Extensions(List.of(), allowed, List.of()));
    }

    public static ProblemException invalid(List<RequestError> errors) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, new Extensions(List.of(), List.of(), errors));
    }

    public static ProblemException invalid(String pointer, String code) {
        return invalid(List.of(new RequestError(pointer, code)));
    }

    /** @param allowed what it may be instead */
    public static ProblemException invalid(String pointer, String code, List<String> allowed) {
        return invalid(List.of(new RequestError(pointer, code, Optional.of(allowed))));
    }

    public static ProblemException accreditationNeeded(List<MissingCertificate> missing) {
        return new ProblemException(
                ProblemCode.ACCREDITATION_NEEDED,
                new Extensions(List.of(), List.of(), List.of(), missing, List.of(), Optional.empty()));
    }

    /** Nothing is done with any, since these are refused. */
    public static ProblemException refusedTogether(ProblemCode code, List<RefusedCase> refused) {
        return new ProblemException(
                code, new Extensions(List.of(), List.of(), List.of(), List.of(), refused, Optional.empty()));
    }

    /** @param free how many places there are, as a band */
    public static ProblemException noPlace(String free) {
        return new ProblemException(
                ProblemCode.NO_PLACE,
                new Extensions(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(free)));
    }

    public ProblemCode code() {
        return code;
    }

    public Extensions extensions() {
        return extensions;
    }
}
