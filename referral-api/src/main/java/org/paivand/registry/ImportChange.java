package org.paivand.registry;

import java.util.ArrayList;
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

/** An import of which a part widens trust: what one registrar wants and another confirms, the whole of it. */
public final class ImportChange implements Change {
    public static final String KIND = "registry-import";

    private final RegistryBook book;

    public ImportChange(RegistryBook book) {
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
        return new RegistryChanged(
                head,
                step,
                RegistryBeginning.SUBJECT,
                ImportProposal.of(subject).sha256());
    }

    /** Refuses the whole if a single item is no longer what was compared, or if the registry would have a fault now. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        Edition before = book.lock(transaction);
        List<RegistryItem> items = new ArrayList<>();
        for (ItemProposal one : ImportProposal.of(confirmation.subject()).items()) {
            if (before.version(one.name()) != one.replaces()) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            items.add(Documents.recorded(one.name(), one.document()));
        }
        Authors authors = new Authors(
                confirmation.exchange(),
                confirmation.approval().proposal().proposedBy(),
                Optional.of(confirmation.by().user()));
        try {
            book.write(transaction, before, items, authors, confirmation.at());
        } catch (InvalidRegistryException overtaken) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }
}
