package org.paivand.release;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What a recipient would get if it accepted now. Decides as a release does, discloses nothing and writes no entry. */
public final class Previews {
    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;
    private final InstantSource clock;

    public Previews(
            Database database,
            Function<Transaction, CaseRecords> records,
            Deliberations deliberations,
            InstantSource clock) {
        this.database = database;
        this.records = records;
        this.deliberations = deliberations;
        this.clock = clock;
    }

    /**
     * For the case's controller.
     *
     * @param at what would have been decided then, or what will be if nothing happens until then; sections and findings are
     *     those of today
     * @throws ProblemException {@code not-found} unless the caller's agency controls it
     */
    public Deliberated preview(
            Caller caller,
            CaseId caseId,
            AgencyId recipient,
            Purpose purpose,
            Optional<Set<Category>> categories,
            Optional<Instant> at)
            throws CaseKeyException {
        return database.<Deliberated, CaseKeyException>commit(transaction -> {
            CaseRecords bound = records.apply(transaction);
            CaseFile file = bound.cases()
                    .find(caseId)
                    .filter(found -> found.controller().equals(caller.agency()))
                    .orElseThrow(Previews::notFound);
            Ask ask = Ask.foreseen(recipient, purpose, categories.orElseGet(() -> held(file)));
            return deliberations
                    .foresee(bound, file, ask, at.orElseGet(clock::instant))
                    .requireWhole();
        });
    }

    /**
     * What a pull would bring at this moment, for who may ask through the matter. Locks nothing and discloses nothing: what the
     * case holds is learned by pulling.
     *
     * @throws ProblemException {@code not-found} if there is nothing that the caller may see, {@code illegal-transition} if it is
     *     over
     */
    public Deliberated standing(Function<Transaction, Matter> asked) throws CaseKeyException {
        return database.<Deliberated, CaseKeyException>commit(transaction -> {
            Matter matter = asked.apply(transaction);
            CaseId caseId = matter.concerns(transaction).orElseThrow(Previews::notFound);
            CaseRecords bound = records.apply(transaction);
            Instant now = bound.consents().notBeforeLast(caseId, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            CaseFile file = bound.cases().find(caseId).orElseThrow(Previews::notFound);
            Ask ask = matter.asked(transaction, now).orElseThrow(Previews::notFound);
            if (ask.closed()) {
                throw ProblemException.illegalTransition(List.of());
            }
            Deliberated standing = deliberations.decide(bound, file, ask, now).requireWhole();
            return ask.through().isPresent() && standing.decision().withheld().isEmpty()
                    ? deliberations
                            .decide(bound, file, ask.ofHost().orElseThrow(), now)
                            .requireWhole()
                    : standing;
        });
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }

    /** Without a wish, every section the case has; the service request even if it hasn't one yet. */
    private static Set<Category> held(CaseFile file) {
        Set<Category> held = EnumSet.of(Category.SERVICE_REQUEST);
        file.sections().forEach(header -> held.add(header.category()));
        return held;
    }
}
