package org.paivand.person;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PersonAction;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.person.PersonCode.Opens;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** What the controller's worker gives a person to take away. */
public final class ReceiptDesk {
    private final Database database;
    private final ConsentBook book;
    private final Function<Transaction, PersonCodes> codes;
    private final Overviews overviews;
    private final PersonSeals seals;
    private final Journal journal;
    private final LogState log;
    private final SecureRandom random;

    public ReceiptDesk(
            Database database,
            ConsentBook book,
            Function<Transaction, PersonCodes> codes,
            Overviews overviews,
            PersonSeals seals,
            Journal journal,
            LogState log,
            SecureRandom random) {
        this.database = database;
        this.book = book;
        this.codes = codes;
        this.overviews = overviews;
        this.seals = seals;
        this.journal = journal;
        this.log = log;
        this.random = random;
    }

    /**
     * A receipt without codes.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case; {@code receipt-refused} if the
     *     holder may have none
     */
    public Receipt read(Caller caller, CaseId caseId, Holder holder) {
        return database.commit(transaction -> {
            Page page = book.read(transaction, caseId, file -> file.controller().equals(caller.agency()));
            return receipt(transaction, page, holder, Optional.empty());
        });
    }

    /**
     * A receipt with two new codes. The holder's older ones open nothing any more.
     *
     * @throws ProblemException as {@link #read}
     */
    public Receipt issue(Caller caller, UUID exchange, CaseId caseId, Holder holder) throws LogNotWritableException {
        log.requireWritable();
        return database.commit(transaction -> {
            Page page = opened(transaction, caller, caseId);
            IssuedCodes issued = new IssuedCodes(SurvivorCode.random(random), SurvivorCode.random(random));
            Receipt receipt = receipt(transaction, page, holder, Optional.of(issued));
            PersonCodes bound = codes.apply(transaction);
            boolean anew = bound.end(caseId, holder);
            add(bound, page, new PersonCode(UUID.randomUUID(), caseId, holder, Opens.STATUS), issued.status());
            add(bound, page, new PersonCode(UUID.randomUUID(), caseId, holder, Opens.NOTHING), issued.nothing());
            write(transaction, caller, exchange, page, anew ? PersonAction.CODE_ROTATED : PersonAction.CODE_ISSUED);
            return receipt;
        });
    }

    /** Ends all codes of the case; an entry only if there was one. */
    public void end(Caller caller, UUID exchange, CaseId caseId) throws LogNotWritableException {
        log.requireWritable();
        database.<Boolean, RuntimeException>commit(transaction -> {
            Page page = opened(transaction, caller, caseId);
            boolean ended = false;
            for (Holder holder : Holder.values()) {
                ended |= codes.apply(transaction).end(caseId, holder);
            }
            if (ended) {
                write(transaction, caller, exchange, page, PersonAction.CODE_REVOKED);
            }
            return ended;
        });
    }

    private Page opened(Transaction transaction, Caller caller, CaseId caseId) {
        return book.open(transaction, caseId, file -> file.controller().equals(caller.agency()));
    }

    private Receipt receipt(Transaction transaction, Page page, Holder holder, Optional<IssuedCodes> issued)
            throws SQLException {
        if (!overviews.admits(transaction, page, holder)) {
            throw ProblemException.of(ProblemCode.RECEIPT_REFUSED);
        }
        return new Receipt(overviews.of(transaction, page, holder, codes.apply(transaction)), issued);
    }

    private void add(PersonCodes bound, Page page, PersonCode code, SurvivorCode digits) throws SQLException {
        byte[] seal = seals.seal(PersonSeals.Of.CODE, digits.digits().getBytes(StandardCharsets.US_ASCII));
        bound.add(code, seal, page.now());
    }

    private void write(Transaction transaction, Caller caller, UUID exchange, Page page, PersonAction action) {
        journal.write(
                transaction,
                new PersonAccess(
                        Actors.head(
                                exchange,
                                page.now(),
                                Optional.of(page.history().caseRef()),
                                Actors.actor(caller, Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION)),
                        action),
                caller.user(),
                Optional.empty(),
                Optional.of(page.file().id()));
    }
}
