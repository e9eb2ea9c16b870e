package org.paivand.problem;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Problem details (RFC 9457 §3) as they go over the wire.
 *
 * @param instance {@code urn:uuid:} of the exchange, by which the operator finds its log lines
 */
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        String code,
        URI instance,
        Optional<List<Withheld>> withheld,
        Optional<List<String>> allowed,
        Optional<List<ProblemException.RequestError>> errors,
        Optional<List<ProblemException.MissingCertificate>> missing,
        Optional<List<Refused>> refused,
        Optional<String> free) {

    /** A withheld category with its reason in the caller's language. */
    public record Withheld(String category, String reasonCode, String reason, Optional<AgreementName> agreement) {}

    /** One of several cases, by where the request names it. */
    public record Refused(String pointer, String code, Optional<List<Withheld>> withheld) {}

    /** The agreement that keeps it back, in the version that counts. */
    public record AgreementName(String agreementId, int version) {}
}
