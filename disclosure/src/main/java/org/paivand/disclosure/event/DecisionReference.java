package org.paivand.disclosure.event;

import java.util.UUID;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Sha256;

/** Which decision it was, so that an auditor who holds the input can make it again. */
public record DecisionReference(UUID id, String policyVersion, Sha256 policySha256, Sha256 inputSha256) {
    public DecisionReference {
        Canonical.code(policyVersion, "policy version");
    }
}
