package org.paivand.consent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.ConsentMark;
import org.paivand.casefile.key.ConsentMarks;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Whether the database still has all that was recorded of a case's consents. A mark outside it is written before each commit: if it is
 * ahead, the database lost something, or a node was killed in that moment. Both look the same, and then nothing is released
 * (docs/decisions/0048).
 */
public final class Continuity {
    private final ConsentMarks marks;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Consents> consents;

    /** Marks of this process whose commit failed or broke off; a killed process forgets them. */
    private final Map<CaseId, Step> unsettled = new ConcurrentHashMap<>();

    public Continuity(
            ConsentMarks marks, Function<Transaction, Cases> cases, Function<Transaction, Consents> consents) {
        this.marks = marks;
        this.cases = cases;
        this.consents = consents;
    }

    private record Step(Optional<ConsentMark> before, ConsentMark after) {}

    /**
     * Whether all is there that was marked. If it isn't, this takes the case's shared lock and looks again: the mark of a commit
     * that is under way is ahead for a moment.
     *
     * @throws KeysUnavailableException if the marks can't be read
     */
    public boolean holds(Transaction transaction, CaseId caseId) throws KeysUnavailableException {
        return holds(transaction, consents.apply(transaction), caseId);
    }

    /**
     * As {@link #holds(Transaction, CaseId)}.
     *
     * @param known of that transaction, which has perhaps read them already
     */
    public boolean holds(Transaction transaction, Consents known, CaseId caseId) throws KeysUnavailableException {
        if (reached(caseId, known.records(caseId))) {
            return true;
        }
        cases.apply(transaction).lockToDisclose(caseId);
        List<UUID> records = consents.apply(transaction).records(caseId);
        settle(caseId, records);
        return reached(caseId, records);
    }

    /** Marks, right before the commit, what this transaction adds; while something is lost the mark stays, and so says it. */
    void follow(Transaction transaction, CaseId caseId) {
        transaction.beforeCommit(new Marking(transaction, caseId));
    }

    /**
     * Takes what the database has as all there is. Only after two people answered for it, and under the case's lock.
     *
     * @throws KeysUnavailableException if the mark can't be stored; the case stays as it is
     */
    public void accept(Transaction transaction, CaseId caseId) throws KeysUnavailableException {
        List<UUID> records = consents.apply(transaction).records(caseId);
        marks.put(caseId, records.isEmpty() ? Optional.empty() : Optional.of(ConsentMark.of(records)));
    }

    private boolean reached(CaseId caseId, List<UUID> records) throws KeysUnavailableException {
        try {
            return marks.of(caseId).map(mark -> mark.isReachedBy(records)).orElse(true);
        } catch (BrokenSealException unreadable) {
            return false;
        }
    }

    /** Takes a mark of this process back whose commit came to nothing. The case is locked: no such commit is under way. */
    private void settle(CaseId caseId, List<UUID> records) throws KeysUnavailableException {
        Step step = unsettled.get(caseId);
        if (step == null) {
            return;
        }
        boolean cameToNothing = !step.after().isReachedBy(records)
                && step.before().map(mark -> mark.isReachedBy(records)).orElse(true);
        if (cameToNothing) {
            marks.replace(caseId, Optional.of(step.after()), step.before());
        }
        unsettled.remove(caseId, step);
    }

    private final class Marking implements Transaction.Forerunner {
        private final Transaction transaction;
        private final CaseId caseId;
        private Optional<Step> made = Optional.empty();

        Marking(Transaction transaction, CaseId caseId) {
            this.transaction = transaction;
            this.caseId = caseId;
        }

        @Override
        public void run() {
            try {
                mark(consents.apply(transaction).records(caseId));
            } catch (KeysUnavailableException unusable) {
                throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
            }
        }

        private void mark(List<UUID> records) throws KeysUnavailableException {
            settle(caseId, records);
            ConsentMark after = ConsentMark.of(records);
            try {
                Optional<ConsentMark> before = marks.of(caseId);
                boolean goesOn = before.map(mark -> mark.isReachedBy(records) && !mark.equals(after))
                        .orElse(true);
                if (goesOn) {
                    made = Optional.of(new Step(before, after));
                    marks.replace(caseId, before, Optional.of(after));
                }
            } catch (BrokenSealException unreadable) {
                // It stays, and nothing is released, until two people answer for what is there.
            }
        }

        @Override
        public void uncertain() {
            made.ifPresent(step -> unsettled.put(caseId, step));
        }
    }
}
