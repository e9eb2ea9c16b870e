package org.paivand.approval;

import org.paivand.disclosure.event.RegistryChange;

/** What the second person says. */
public enum Verdict {
    CONFIRM(RegistryChange.CONFIRMED),
    REJECT(RegistryChange.REJECTED);

    private final RegistryChange logged;

    Verdict(RegistryChange logged) {
        this.logged = logged;
    }

    /** How the log tells of it. */
    RegistryChange logged() {
        return logged;
    }
}
