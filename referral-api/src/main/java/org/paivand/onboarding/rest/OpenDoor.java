package org.paivand.onboarding.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.paivand.person.Attempts;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Address;
import org.paivand.rest.Proxies;

/**
 * Whether an agency may apply without an account, as the operator has chosen, and how often. Its counts are its own: however many
 * apply, nobody's number is kept from opening their page.
 */
public final class OpenDoor {
    private final boolean open;
    private final Proxies proxies;
    private final Attempts attempts = new Attempts();

    /** @param open {@code paivand.onboarding.open} */
    public OpenDoor(boolean open, Proxies proxies) {
        this.open = open;
        this.proxies = proxies;
    }

    /** @throws ProblemException {@code unauthenticated} unless it is open; {@code too-many-requests} for an address that has used its tries */
    void enter(HttpServletRequest line, Instant now) {
        if (!open) {
            throw ProblemException.of(ProblemCode.UNAUTHENTICATED);
        }
        String address = Address.of(line.getRemoteAddr(), line.getHeader("X-Forwarded-For"), proxies.count());
        if (!attempts.admit(address, now)) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
    }
}
