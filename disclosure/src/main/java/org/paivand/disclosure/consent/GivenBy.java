package org.paivand.disclosure.consent;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Canonical;

/**
 * Who gave the consent, and by what right.
 *
 * @param mandate a code for what gives another the right to speak, such as {@code parent} or {@code court-appointment}
 * @param until the end of that right, exclusive
 * @param childAssent read only when another speaks for a child
 */
public record GivenBy(Role role, Optional<String> mandate, Optional<Instant> until, ChildAssent childAssent) {
    public GivenBy {
        mandate.ifPresent(code -> Canonical.code(code, "mandate"));
    }

    public static GivenBy subject() {
        return new GivenBy(Role.SUBJECT, Optional.empty(), Optional.empty(), ChildAssent.NOT_ASKED);
    }
}
