package org.paivand.policy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;

/**
 * A policy that somebody wants in force, with its exact bytes.
 *
 * @param replaces the policy that would decide at that instant otherwise, and that the proposer compared it with
 */
public record PolicyProposal(PolicyDocument document, Instant validFrom, Sha256 replaces) {
    private static final String FORMAT = "paivand-policy-proposal/v1";

    /**
     * Reads the subject of an approval.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    static PolicyProposal of(String subject) {
        int line = subject.indexOf('\n');
        String[] head = subject.substring(0, Math.max(0, line)).split(" ", -1);
        if (head.length != 3 || !head[0].equals(FORMAT)) {
            throw new IllegalStateException("a proposed policy is not as it was written");
        }
        try {
            byte[] document = subject.substring(line + 1).getBytes(StandardCharsets.UTF_8);
            return new PolicyProposal(PolicyDocument.parse(document), Instant.parse(head[1]), Sha256.of(head[2]));
        } catch (InvalidDocumentException | IllegalArgumentException | DateTimeException altered) {
            throw new IllegalStateException("a proposed policy is not as it was written", altered);
        }
    }

    String subject() {
        return FORMAT + " " + validFrom + " " + replaces.hex() + "\n"
                + new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
