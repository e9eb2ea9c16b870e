package org.paivand.registry;

import java.util.List;
import java.util.Optional;
import org.paivand.approval.Change;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;

/** A change of the registry that widens trust: what one registrar wants and another confirms. */
public final class ItemChange implements Change {
    public static final String KIND = "registry";

    private final RegistryBook book;

    public ItemChange(RegistryBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.REGISTRAR);
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        ItemProposal proposal = ItemProposal.of(subject);
        return new RegistryChanged(head, step, proposal.name().id(), proposal.sha256());
    }

    /** Refuses what another change has overtaken: an item that is no longer what was compared, a whole that would have a fault now. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        ItemProposal proposal = ItemProposal.of(confirmation.subject());
        RegistryItem item = Documents.recorded(proposal.name(), proposal.document());
        Edition before = book.lock(transaction);
        if (before.version(proposal.name()) != proposal.replaces()) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        Authors authors = new Authors(
                confirmation.exchange(),
                confirmation.approval().proposal().proposedBy(),
                Optional.of(confirmation.by().user()));
        try {
            book.write(transaction, before, List.of(item), authors, confirmation.at());
        } catch (InvalidRegistryException overtaken) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }
}
