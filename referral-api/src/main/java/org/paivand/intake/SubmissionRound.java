package org.paivand.intake;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.statistics.StatisticsRows;

/** Erases what was sent and is over: rows when their time has come, keys of days when no row of the day can be left. */
public final class SubmissionRound {
    private static final System.Logger LOG = System.getLogger(SubmissionRound.class.getName());

    private final Database database;
    private final Function<Transaction, Submissions> submissions;
    private final Letters letters;
    private final Duration keep;
    private final InstantSource clock;

    public SubmissionRound(
            Database database,
            Function<Transaction, Submissions> submissions,
            Letters letters,
            Duration keep,
            InstantSource clock) {
        this.database = database;
        this.submissions = submissions;
        this.letters = letters;
        this.keep = keep;
        this.clock = clock;
    }

    /** What nobody settled is counted, and told to the operator. Several instances may do this at once. */
    public void make() {
        Instant now = clock.instant();
        Map<AgencyId, Long> unsettled = database.<Map<AgencyId, Long>, RuntimeException>commit(transaction -> {
            Map<AgencyId, Long> expired = submissions.apply(transaction).expire(now);
            for (Map.Entry<AgencyId, Long> agency : expired.entrySet()) {
                for (long i = 0; i < agency.getValue(); i++) {
                    StatisticsRows.submission(transaction, agency.getKey(), now, "expired");
                }
            }
            return expired;
        });
        unsettled.forEach((agency, count) ->
                LOG.log(Level.WARNING, "{0} submissions were erased that {1} had not settled", count, agency.value()));
        LocalDate first = now.minus(keep).atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        try {
            letters.forgetBefore(first);
        } catch (CaseKeyException unusable) {
            LOG.log(Level.WARNING, "keys of past days are still there: {0}", unusable.getMessage());
        }
    }
}
