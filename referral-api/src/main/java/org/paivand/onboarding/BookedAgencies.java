package org.paivand.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.Authors;
import org.paivand.registry.Edition;
import org.paivand.registry.RecordedChange;
import org.paivand.registry.RegistryBook;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Standing;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem.AgencyItem;

/** Agencies in the registry book. */
public final class BookedAgencies implements AgencyRegister {
    private final RegistryBook book;
    private final Journal journal;
    private final AgencyId operator;

    /** @param operator the agency that answers for the node, which nobody suspends */
    public BookedAgencies(RegistryBook book, Journal journal, AgencyId operator) {
        this.book = book;
        this.journal = journal;
        this.operator = operator;
    }

    @Override
    public Optional<Agency> find(Transaction transaction, AgencyId id) {
        return book.current(transaction).directory().agency(id);
    }

    @Override
    public boolean fits(Transaction transaction, Agency agency) {
        return agency.reportingDuty()
                .map(duty -> find(transaction, duty.to()).isPresent())
                .orElse(true);
    }

    @Override
    public void admit(Transaction transaction, Agency agency, String first, Caller second, UUID exchange, Instant now) {
        Edition before = book.lock(transaction);
        if (before.directory().agency(agency.id()).isPresent()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        RecordedChange unusedEntered =
                write(transaction, before, agency, new Authors(exchange, first, Optional.of(second.user())), now);
    }

    @Override
    public boolean suspend(Transaction transaction, AgencyId id, Caller by, UUID exchange, Instant now) {
        if (id.equals(operator)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        Edition before = book.lock(transaction);
        Agency agency = before.directory().agency(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        if (!agency.isActive()) {
            return false;
        }
        RecordedChange change = write(
                transaction,
                before,
                agency.with(Standing.SUSPENDED),
                new Authors(exchange, by.user(), Optional.empty()),
                now);
        EventHead head = Actors.head(exchange, now, Optional.empty(), Actors.actor(by, Role.REGISTRAR));
        journal.write(
                transaction,
                new RegistryChanged(head, RegistryChange.CHANGED, id.value(), change.sha256()),
                by.user(),
                Optional.empty(),
                Optional.empty());
        return true;
    }

    private RecordedChange write(Transaction transaction, Edition before, Agency agency, Authors authors, Instant now) {
        try {
            return book.write(transaction, before, List.of(new AgencyItem(agency)), authors, now)
                    .get(0);
        } catch (InvalidRegistryException overtaken) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }
}
