package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.time.Duration;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Purpose;

/** The recovery and reflection period: how long it lasts, and whom and what it holds back. Days are 24 hours. */
public record ReflectionRules(int days, Set<AgencyKind> investigators, Set<Purpose> purposes) {
    public ReflectionRules {
        investigators = Canonical.enums(AgencyKind.class, investigators);
        purposes = Canonical.enums(Purpose.class, purposes);
        require(days >= 30, "the reflection period is at least 30 days");
    }

    public Duration length() {
        return Duration.ofDays(days);
    }

    public boolean holdsBack(AgencyKind recipient, Purpose purpose) {
        return investigators.contains(recipient) || purposes.contains(purpose);
    }
}
