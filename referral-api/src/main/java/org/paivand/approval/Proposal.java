package org.paivand.approval;

import java.time.Instant;
import java.util.UUID;
import org.paivand.disclosure.Canonical;

/**
 * What somebody wants changed.
 *
 * @param kind which {@link Change} it is
 * @param subject the document to be confirmed, as its exact text: its hash is in the log, and what is confirmed is this and
 *     nothing made from it later
 * @param proposedBy the pseudonym of the user
 */
public record Proposal(UUID id, String kind, String subject, String proposedBy, Instant proposedAt) {
    private static final int MAX_KIND = 32;

    public Proposal {
        Canonical.code(kind, "kind of change");
        Canonical.require(kind.length() <= MAX_KIND, "a kind of change has at most 32 characters");
        Canonical.pseudonym(proposedBy, "proposer");
    }
}
