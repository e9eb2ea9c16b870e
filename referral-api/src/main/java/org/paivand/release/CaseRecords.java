package org.paivand.release;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Cases;
import org.paivand.consent.Consents;
import org.paivand.disclosure.decision.StandaloneBasis;
import org.paivand.disclosure.policy.Agreement;

/**
 * All that a decision reads, bound to one transaction.
 *
 * @param policies which policy decides at an instant
 */
public record CaseRecords(
        Cases cases, Consents consents, Bases bases, Agreements agreements, Function<Instant, PolicyInForce> policies) {

    /** The bases other than consent that a case has: recorded for it, or following from what is known of it. */
    @FunctionalInterface
    public interface Bases {
        List<StandaloneBasis> of(CaseFile file, CaseContents.DecisionFacts facts, Instant now);
    }

    /** The agreements that exist, whatever their period. */
    @FunctionalInterface
    public interface Agreements {
        List<Agreement> all();
    }
}
