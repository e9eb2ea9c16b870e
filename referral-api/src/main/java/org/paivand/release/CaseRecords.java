package org.paivand.release;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.Consents;
import org.paivand.disclosure.decision.StandaloneBasis;
import org.paivand.disclosure.policy.Agreement;

/**
 * All that a decision reads, bound to one transaction.
 *
 * @param wholeness where it doesn't hold, nothing may be released, whatever is decided
 * @param policies which policy decides at an instant
 */
public record CaseRecords(
        Cases cases,
        Consents consents,
        Wholeness wholeness,
        Bases bases,
        Agreements agreements,
        Function<Instant, PolicyInForce> policies) {

    /** Whether the database has all that was recorded of a case's consents. */
    @FunctionalInterface
    public interface Wholeness {
        boolean holds(CaseId caseId) throws KeysUnavailableException;
    }

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
