package org.paivand.consent.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contract's NewConsent. */
public record NewConsent(
        Notice notice,
        String form,
        boolean spokenAlone,
        boolean inCustody,
        boolean capacityConcern,
        Optional<String> witness,
        Optional<String> evidenceSha256,
        Giver givenBy,
        String withdrawalMethod,
        boolean notConditional,
        List<NewGrant> grants,
        Optional<String> formNumber) {

    /** What was shown or played to the person. */
    public record Notice(String id, int version, String sha256, String language, Optional<Interpreter> interpreter) {}

    /** Who interpreted, as a pseudonym. */
    public record Interpreter(String pseudonym, boolean noRelationDeclared) {}

    /** Who gave the consent, and by what right. */
    public record Giver(String role, Optional<String> mandate, Optional<Instant> until, Optional<String> childAssent) {}

    /** One permission or refusal. */
    public record NewGrant(
            String effect,
            String purpose,
            List<String> categories,
            Recipient recipient,
            List<String> actions,
            Optional<Instant> notBefore,
            Instant notAfter,
            boolean safetyCritical) {}

    /** One agency, or the agencies of a kind and country that were listed to the person. */
    public record Recipient(
            Optional<String> agency,
            Optional<String> kind,
            Optional<String> jurisdiction,
            Optional<List<String>> listed) {}

    /** The contract's NewWithdrawal and NewRestoration; without ids, all that it can be about. */
    public record NewWithdrawal(Optional<List<UUID>> grantIds) {}

    /** The contract's NewNarrowing. */
    public record NewNarrowing(List<Remaining> grants) {}

    /** What is left of one permit; what is absent stays as it was. */
    public record Remaining(
            UUID grantId,
            Optional<List<String>> categories,
            Optional<List<String>> actions,
            Optional<Instant> notAfter,
            Optional<List<String>> listed) {}
}
