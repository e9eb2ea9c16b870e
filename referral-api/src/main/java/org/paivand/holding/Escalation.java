package org.paivand.holding;

import java.util.Optional;
import org.paivand.disclosure.AgencyId;

/** Whom a missed deadline is for, beside auditors, who see all. */
public record Escalation(boolean commission, Optional<AgencyId> focalPoint) {
    public static final Escalation COMMISSION = new Escalation(true, Optional.empty());
    public static final Escalation NOBODY = new Escalation(false, Optional.empty());

    public Escalation {
        if (commission && focalPoint.isPresent()) {
            throw new IllegalArgumentException("the one or the other");
        }
    }

    static Escalation focalPoint(AgencyId agency) {
        return new Escalation(false, Optional.of(agency));
    }
}
