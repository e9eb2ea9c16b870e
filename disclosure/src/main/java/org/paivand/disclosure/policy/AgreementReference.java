package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.Canonical;

/** Which agreement it was, in which version. */
public record AgreementReference(String id, int version) {
    public AgreementReference {
        Canonical.code(id, "agreement id");
        require(version >= 1, "agreement version starts at 1");
    }
}
