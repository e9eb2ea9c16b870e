package org.paivand.release;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What a recipient would get if it accepted now. Decides as a release does, discloses nothing and writes no entry. */
public final class Previews {
    private static final Ask.Requested NOTHING_REQUESTED = new Ask.Requested(Set.of(), Urgency.NORMAL);

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
     * The case, for its controller.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls it
     */
    public Deliberated preview(
            Caller caller, CaseId caseId, AgencyId recipient, Purpose purpose, Optional<Set<Category>> categories)
            throws CaseKeyException {
        return database.<Deliberated, CaseKeyException>commit(transaction -> {
            CaseRecords bound = records.apply(transaction);
            CaseFile file = bound.cases()
                    .find(caseId)
                    .filter(found -> found.controller().equals(caller.agency()))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            return deliberations.foresee(
                    bound, file, ask(recipient, purpose, categories.orElseGet(() -> held(file))), clock.instant());
        });
    }

    private static Ask ask(AgencyId recipient, Purpose purpose, Set<Category> categories) {
        return new Ask(
                UUID.randomUUID(),
                recipient,
                purpose,
                Occasion.PULL,
                true,
                false,
                Optional.empty(),
                categories,
                NOTHING_REQUESTED);
    }

    /** Without a wish, every section the case has; the service request even if it hasn't one yet. */
    private static Set<Category> held(CaseFile file) {
        Set<Category> held = EnumSet.of(Category.SERVICE_REQUEST);
        file.sections().forEach(header -> held.add(header.category()));
        return held;
    }
}
