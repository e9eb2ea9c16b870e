package org.paivand.complaint;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.complaint.Complaint.Via;
import org.paivand.complaint.Complaint.Wanted;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Complained;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** The one place where a complaint comes into being: row and entry in one transaction, under the case's lock. */
public final class ComplaintBook {
    /** So that whoever found a number can't fill the book. */
    static final int MOST_OPEN = 20;

    private final Function<Transaction, Complaints> complaints;
    private final Journal journal;

    public ComplaintBook(Function<Transaction, Complaints> complaints, Journal journal) {
        this.complaints = complaints;
        this.journal = journal;
    }

    public List<Complaint> of(Transaction transaction, Page page) {
        return complaints.apply(transaction).ofCase(page.file().id());
    }

    /**
     * Files a complaint.
     *
     * @param page of a case that is locked
     * @return empty if the same waits for its answer already, or too many of the case do
     */
    public Optional<Complaint> file(
            Transaction transaction, Page page, UUID id, UUID exchange, Actor by, Wanted wanted, Via via) {
        List<Complaint> open = of(transaction, page).stream()
                .filter(known -> known.answer().isEmpty())
                .toList();
        boolean known = open.stream().anyMatch(one -> one.of().equals(wanted));
        if (known || open.size() >= MOST_OPEN) {
            return Optional.empty();
        }
        Complaint filed = new Complaint(id, page.file().id(), wanted, via, page.now(), Optional.empty());
        complaints.apply(transaction).add(filed);
        journal.write(
                transaction,
                new Complained(
                        Actors.head(
                                exchange, page.now(), Optional.of(page.history().caseRef()), by),
                        id,
                        wanted.about(),
                        wanted.topic(),
                        wanted.disclosure()),
                by.user(),
                Optional.empty(),
                Optional.of(page.file().id()));
        return Optional.of(filed);
    }
}
