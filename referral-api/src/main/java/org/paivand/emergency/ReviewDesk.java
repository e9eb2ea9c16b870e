package org.paivand.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.desk.Accesses;
import org.paivand.audit.desk.Replays;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Cases;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.consent.Consents;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.ReviewFinding;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.release.CaseRecords;

/** What a reviewer may do with the emergencies of other agencies, and what the Commission sees of late reviews. */
public final class ReviewDesk {
    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final Function<Transaction, Emergencies> emergencies;
    private final Function<Transaction, Alerts> alerts;
    private final Reviewers reviewers;
    private final CaseContents contents;
    private final Journal journal;
    private final Accesses accesses;
    private final Replays replays;
    private final LogState log;
    private final InstantSource clock;

    public ReviewDesk(
            Database database,
            Function<Transaction, CaseRecords> records,
            Function<Transaction, Emergencies> emergencies,
            Function<Transaction, Alerts> alerts,
            Directories directories,
            CaseContents contents,
            Journal journal,
            Accesses accesses,
            Replays replays,
            LogState log,
            InstantSource clock) {
        this.database = database;
        this.records = records;
        this.emergencies = emergencies;
        this.alerts = alerts;
        this.reviewers = new Reviewers(directories, contents);
        this.contents = contents;
        this.journal = journal;
        this.accesses = accesses;
        this.replays = replays;
        this.log = log;
        this.clock = clock;
    }

    /** An emergency as its reviewers see it from outside. */
    public record Row(Emergency emergency, ReviewState state) {}

    /** What an officer said of why, and which entries tell what went out. */
    public record Reasons(Emergency emergency, ReviewState state, Optional<Words> words, List<UUID> disclosures) {
        public Reasons {
            disclosures = List.copyOf(disclosures);
        }
    }

    /** A late review, as the Commission hears of it. */
    public record Late(UUID emergency, AgencyId agency, Instant due, long daysOverdue) {}

    /** The emergencies that the caller may review, in the order in which they are due; ids, agencies and times only. */
    public List<Row> queue(Caller caller, ReviewState state, Optional<Cursor> after, int limit)
            throws CaseKeyException {
        return database.<List<Row>, CaseKeyException>commit(transaction -> {
            Instant now = clock.instant();
            List<Row> rows = new ArrayList<>();
            Optional<Cursor> from = after;
            List<Emergency> batch = emergencies.apply(transaction).toReview(state, now, from, limit);
            while (!batch.isEmpty() && rows.size() < limit) {
                for (Emergency emergency : batch) {
                    if (rows.size() < limit
                            && mine(transaction, caller, emergency, now).isPresent()) {
                        rows.add(new Row(emergency, state));
                    }
                }
                Emergency last = batch.get(batch.size() - 1);
                from = Optional.of(
                        new Cursor(last.reviewDue().orElseThrow(), last.id().toString()));
                batch = emergencies.apply(transaction).toReview(state, now, from, limit);
            }
            return rows;
        });
    }

    /** For gauges: numbers, and nothing to tell them apart by. */
    public OpenReviewCount openReviews() {
        Instant now = clock.instant();
        return database.<OpenReviewCount, RuntimeException>commit(
                transaction -> emergencies.apply(transaction).openReviews(now));
    }

    /** What was due and nobody reviewed: reference, agency and days, nothing of the case. */
    public List<Late> late(Optional<Cursor> after, int limit) {
        Instant now = clock.instant();
        List<Emergency> late = database.<List<Emergency>, RuntimeException>commit(
                transaction -> emergencies.apply(transaction).toReview(ReviewState.OVERDUE, now, after, limit));
        return late.stream().map(emergency -> late(emergency, now)).toList();
    }

    private static Late late(Emergency emergency, Instant now) {
        Instant due = emergency.reviewDue().orElseThrow();
        return new Late(
                emergency.id(),
                emergency.agency(),
                due,
                Duration.between(due, now).toDays());
    }

    /**
     * Reads the officer's reasons; the reading is an entry of the case.
     *
     * @throws ProblemException {@code not-found} for who may not review it
     */
    public Reasons read(Caller caller, UUID exchange, UUID id) throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        return database.<Reasons, CaseKeyException>commit(transaction -> {
            Emergencies bound = emergencies.apply(transaction);
            Emergency emergency = found(bound, id);
            Instant now = clock.instant();
            CaseFile file = required(transaction, caller, emergency, now);
            accesses.write(
                    transaction,
                    caller,
                    exchange,
                    AuditorAction.REVIEW,
                    id.toString(),
                    1,
                    new Accesses.OfCase(file.id(), contents.alias(file)));
            return new Reasons(emergency, ReviewState.of(emergency, now), bound.words(id), bound.disclosures(id));
        });
    }

    /** Decides again what was released by an emergency; each is an entry. */
    public List<Replays.Replayed> replay(Caller caller, UUID exchange, UUID id)
            throws CaseKeyException, LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        List<UUID> disclosures = database.<List<UUID>, CaseKeyException>commit(transaction -> {
            Emergencies bound = emergencies.apply(transaction);
            required(transaction, caller, found(bound, id), clock.instant());
            return bound.disclosures(id);
        });
        List<Replays.Replayed> replayed = new ArrayList<>();
        for (UUID disclosure : disclosures) {
            replays.replay(caller, exchange, disclosure).ifPresent(replayed::add);
        }
        return replayed;
    }

    /**
     * Records what the caller's agency found. Ends the emergency if it still lives.
     *
     * @throws ProblemException {@code not-found} for who may not review it; {@code conflict} if it is reviewed already
     */
    public Row judge(Caller caller, UUID exchange, UUID id, ReviewFinding finding)
            throws CaseKeyException, LogNotWritableException {
        log.requireWritable();
        return database.<Row, CaseKeyException>commit(transaction -> {
            Emergencies bound = emergencies.apply(transaction);
            records.apply(transaction).cases().lockToChange(found(bound, id).caseId());
            // Read again under the lock: nothing more is released by it from here on, and nobody else judges it.
            Emergency emergency = found(bound, id);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            CaseFile file = required(transaction, caller, emergency, now);
            if (!emergency.awaitsReview()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            bound.reviewed(id, new Review(caller.agency(), finding, now));
            if (finding == ReviewFinding.UNJUSTIFIED) {
                alerts.apply(transaction).raise(Alert.Kind.REVIEW_UNJUSTIFIED, id, now);
            }
            write(transaction, caller, exchange, file, bound.disclosures(id), finding, now);
            return new Row(found(bound, id), ReviewState.DONE);
        });
    }

    private void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            CaseFile file,
            List<UUID> disclosures,
            ReviewFinding finding,
            Instant now)
            throws CaseKeyException {
        UUID alias = contents.alias(file);
        for (UUID disclosure : disclosures) {
            var head = Actors.head(exchange, now, Optional.of(alias), Actors.actor(caller, Role.REVIEWER));
            journal.write(
                    transaction,
                    new Reviewed(head, disclosure, finding),
                    caller.user(),
                    Optional.empty(),
                    Optional.of(file.id()));
        }
    }

    private static Emergency found(Emergencies bound, UUID id) {
        return bound.find(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private CaseFile required(Transaction transaction, Caller caller, Emergency emergency, Instant now)
            throws CaseKeyException {
        return mine(transaction, caller, emergency, now).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Optional<CaseFile> mine(Transaction transaction, Caller caller, Emergency emergency, Instant now)
            throws CaseKeyException {
        CaseRecords bound = records.apply(transaction);
        Cases cases = bound.cases();
        Consents consents = bound.consents();
        return reviewers.caseFor(caller, emergency, cases, consents, now);
    }
}
