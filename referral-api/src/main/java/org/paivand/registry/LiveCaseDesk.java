package org.paivand.registry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.LiveCases.LiveReferral;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/** Tells what an agency would leave behind, or has left behind, when it is suspended. */
public final class LiveCaseDesk {
    private final Database database;
    private final Function<Transaction, LiveCases> cases;
    private final Directories directories;
    private final InstantSource clock;

    public LiveCaseDesk(
            Database database, Function<Transaction, LiveCases> cases, Directories directories, InstantSource clock) {
        this.database = database;
        this.cases = cases;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param controlled cases that the agency controls, with and without an open referral
     */
    public record LeftBehind(Agency agency, long controlled, List<LiveReferral> referrals) {}

    /** @throws ProblemException {@code not-found} for an agency that the registry doesn't know */
    public LeftBehind of(String agencyId, Optional<Cursor> after, int limit) {
        Agency agency = known(agencyId).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return database.<LeftBehind, RuntimeException>commit(transaction -> {
            LiveCases bound = cases.apply(transaction);
            return new LeftBehind(
                    agency, bound.controlled(agency.id()), bound.referrals(agency.id(), clock.instant(), after, limit));
        });
    }

    /** Something that can't be an id names nothing. */
    private Optional<Agency> known(String id) {
        try {
            return directories.current().agency(AgencyId.of(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
