package org.paivand.contact;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.section.Section;
import org.paivand.database.Transaction;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.statistics.StatisticsRows;

/** Counts contacts without a person, and makes a case of one while the caller is still on the line. */
public final class ContactDesk {
    private final Once once;
    private final CaseDesk cases;
    private final InstantSource clock;

    public ContactDesk(Once once, CaseDesk cases, InstantSource clock) {
        this.once = once;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Counts the contact, once for each key.
     *
     * @param request the case's first section, if a case is to be opened: what help is needed
     * @return the case, if one was opened; nothing leads from it to the contact
     * @throws org.paivand.problem.ProblemException {@code section-not-permitted} if policy keeps service requests from agencies of
     *     this kind; nothing is counted then
     */
    public Optional<CaseFile> record(Caller caller, IdempotencyKey key, Contact contact, Optional<Section> request) {
        if (request.isPresent()) {
            cases.requireWritable(caller, request.get().category());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return once.commit(
                key,
                now,
                (transaction, id) -> {
                    if (request.isPresent()) {
                        return Optional.of(
                                open(transaction, caller, new CaseId(id), contact, List.of(request.get()), now));
                    }
                    count(transaction, caller, contact, now);
                    return Optional.empty();
                },
                (transaction, id) -> request.map(unused -> cases.read(transaction, caller, new CaseId(id))));
    }

    /** Counts the contact and opens a case with these sections, as a part of something else. Whether they are writable was asked before. */
    public CaseFile open(
            Transaction transaction, Caller caller, CaseId id, Contact contact, List<Section> sections, Instant now)
            throws SQLException {
        count(transaction, caller, contact, now);
        return cases.open(transaction, caller, id, sections, now);
    }

    private static void count(Transaction transaction, Caller caller, Contact contact, Instant now)
            throws SQLException {
        StatisticsRows.contact(transaction, caller.agency(), now, "channel", contact.channel());
        StatisticsRows.contact(transaction, caller.agency(), now, "by", contact.by());
        StatisticsRows.contact(transaction, caller.agency(), now, "concern", contact.concern());
        StatisticsRows.contact(transaction, caller.agency(), now, "result", contact.result());
    }
}
