package org.paivand.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.paivand.database.Transaction;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.release.Policies;
import org.paivand.release.PolicyInForce;

/**
 * Which policy decides, as the database says. What was read is believed for a while that is shorter than the
 * {@linkplain PolicyChange#NOTICE notice} of a change, so that every instance knows of a change before it decides.
 */
public final class PoliciesInForce implements Policies {
    static final Duration BELIEVED = Duration.ofSeconds(15);

    private final Function<Transaction, PolicyRecords> records;
    private final InstantSource clock;
    private volatile Read last = new Read(new PolicyTimeline(List.of()), Instant.MAX);

    public PoliciesInForce(Function<Transaction, PolicyRecords> records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    /**
     * What was read, and since when.
     *
     * @param from taken before it was read
     */
    private record Read(PolicyTimeline timeline, Instant from) {
        /** Also not if the clock was set back: how long ago it was read is then unknown. */
        boolean holds(Instant instant, Instant now) {
            if (now.isBefore(from)) {
                return false;
            }
            Instant end = from.plus(BELIEVED);
            return now.isBefore(end) && instant.isBefore(end);
        }
    }

    @Override
    public PolicyInForce at(Transaction transaction, Instant instant) {
        Instant now = clock.instant();
        Read read = last;
        if (!read.holds(instant, now)) {
            read = new Read(records.apply(transaction).timeline(), now);
            last = read;
        }
        PolicyDocument document = read.timeline().at(instant).document();
        return new PolicyInForce(document.policy(), document.sha256());
    }
}
