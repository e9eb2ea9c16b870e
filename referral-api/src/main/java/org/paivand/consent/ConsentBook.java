package org.paivand.consent;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Withheld;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * The one place where a case's consent changes: under the case's lock, event and entry in one transaction. Who may change what is
 * for its callers to say, before they write.
 */
public final class ConsentBook {
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Consents> consents;
    private final CaseContents contents;
    private final Journal journal;
    private final List<Follower> followers;
    private final Continuity continuity;
    private final InstantSource clock;

    public ConsentBook(
            Function<Transaction, Cases> cases,
            Function<Transaction, Consents> consents,
            CaseContents contents,
            Journal journal,
            List<Follower> followers,
            Continuity continuity,
            InstantSource clock) {
        this.cases = cases;
        this.consents = consents;
        this.contents = contents;
        this.journal = journal;
        this.followers = List.copyOf(followers);
        this.continuity = continuity;
        this.clock = clock;
    }

    /**
     * A case's consent as it stands.
     *
     * @param now never before the last event of the history
     */
    public record Page(CaseFile file, ConsentHistory history, Instant now) {}

    /**
     * A change as it was written.
     *
     * @param before the page on which it was decided
     * @param after the history that it ends
     * @param entry what the log says of it
     */
    public record Change(Page before, ConsentHistory after, ConsentEvent event, ConsentChanged entry) {
        /** The page for a further change in the same transaction. */
        public Page next() {
            return new Page(before.file(), after, before.now());
        }
    }

    /** Something else that a change brings with it, in the same transaction: notices to holders, say. */
    @FunctionalInterface
    public interface Follower {
        void follow(Transaction transaction, Change change) throws SQLException;
    }

    /**
     * Reads without a lock, for whom may see it.
     *
     * @throws ProblemException {@code not-found} if there is no such case, or not for this reader
     */
    public Page read(Transaction transaction, CaseId caseId, Predicate<CaseFile> admitted) {
        return page(transaction, admitted(cases.apply(transaction), caseId, admitted));
    }

    /**
     * Locks the case alone until the transaction ends and reads it then. Locks nothing for whom is not admitted.
     *
     * @throws ProblemException {@code not-found} if there is no such case, or not for this writer
     */
    public Page open(Transaction transaction, CaseId caseId, Predicate<CaseFile> admitted) {
        Cases bound = cases.apply(transaction);
        admitted(bound, caseId, admitted);
        bound.lockToChange(caseId);
        return page(transaction, admitted(bound, caseId, admitted));
    }

    /**
     * Writes what happened on a page that {@link #open} gave in this transaction.
     *
     * @param event at {@code page.now()}
     * @throws IllegalArgumentException if it can't follow the history
     */
    public Change write(Transaction transaction, Page page, UUID exchange, Actor by, ConsentEvent event)
            throws SQLException {
        ConsentHistory after = page.history().append(event);
        consents.apply(transaction).append(page.file().id(), event);
        continuity.follow(transaction, page.file().id());
        Told told = event.fold(Told.OF);
        ConsentChanged entry = new ConsentChanged(
                Actors.head(exchange, event.at(), Optional.of(after.caseRef()), by),
                told.change(),
                event.consentId(),
                version(after, event.consentId()),
                told.grantIds());
        journal.write(
                transaction,
                entry,
                by.user(),
                Optional.empty(),
                Optional.of(page.file().id()));
        Change change = new Change(page, after, event, entry);
        for (Follower follower : followers) {
            follower.follow(transaction, change);
        }
        return change;
    }

    /** Writes that somebody who may see the page was refused a change of it. */
    public void deny(Transaction transaction, Page page, UUID exchange, Actor by, ProblemException refused) {
        List<Withheld> withheld = refused.extensions().withheld().stream()
                .map(part ->
                        new Withheld(Category.of(part.category()), ReasonCode.of(part.reasonCode()), part.agreement()))
                .toList();
        Denial denial = new Denial(
                Actors.head(exchange, page.now(), Optional.of(page.history().caseRef()), by),
                Optional.empty(),
                Optional.empty(),
                refused.code().code(),
                withheld,
                Optional.empty());
        journal.write(
                transaction,
                denial,
                by.user(),
                Optional.empty(),
                Optional.of(page.file().id()));
    }

    private static int version(ConsentHistory history, UUID consentId) {
        return history.latest(consentId).map(ConsentRecord::version).orElseThrow();
    }

    private Page page(Transaction transaction, CaseFile file) {
        Consents bound = consents.apply(transaction);
        Instant now = bound.notBeforeLast(file.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return new Page(file, bound.history(file.id(), alias(file)), now);
    }

    private static CaseFile admitted(Cases cases, CaseId caseId, Predicate<CaseFile> admitted) {
        return cases.find(caseId).filter(admitted).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private UUID alias(CaseFile file) {
        try {
            return contents.alias(file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
