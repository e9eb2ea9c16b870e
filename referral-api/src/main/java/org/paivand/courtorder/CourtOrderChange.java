package org.paivand.courtorder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** A court order, checked by a second person of the agency that holds the case. Releases rest on it under its entry's id. */
public final class CourtOrderChange implements Change {
    public static final String KIND = "court-order";

    private static final List<Role> HOLDERS = List.of(Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION);

    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, CourtOrders> orders;
    private final CaseContents contents;
    private final Journal journal;
    private final Jurisdiction jurisdiction;

    /** @param jurisdiction of the policy in force */
    public CourtOrderChange(
            Function<Transaction, Cases> cases,
            Function<Transaction, CourtOrders> orders,
            CaseContents contents,
            Journal journal,
            Jurisdiction jurisdiction) {
        this.cases = cases;
        this.orders = orders;
        this.contents = contents;
        this.journal = journal;
        this.jurisdiction = jurisdiction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return HOLDERS;
    }

    @Override
    public boolean concerns(Caller caller, String subject) {
        return RecordedOrder.of(subject).recordedBy().equals(caller.agency());
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(head, step, KIND, Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /** Refuses an order that is over by now, and one of a case that the agency holds no more. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        RecordedOrder recorded = RecordedOrder.of(confirmation.subject());
        Cases bound = cases.apply(transaction);
        bound.lockToChange(recorded.caseId());
        CaseFile file = bound.find(recorded.caseId())
                .filter(found -> found.controller().equals(confirmation.by().agency()))
                .filter(found -> recorded.flaw(jurisdiction, confirmation.at()).isEmpty())
                .orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        EventHead head = Actors.head(
                confirmation.exchange(),
                confirmation.at(),
                Optional.of(alias(file)),
                Actors.actor(confirmation.by(), HOLDERS.toArray(Role[]::new)));
        String first = confirmation.approval().proposal().proposedBy();
        String second = confirmation.by().user();
        orders.apply(transaction).add(file.id(), recorded.confirmed(head.eventId(), first, second));
        journal.write(
                transaction,
                new CourtOrderRecorded(
                        head,
                        recorded.recipient(),
                        recorded.categories(),
                        recorded.documentSha256(),
                        first,
                        recorded.notAfter()),
                second,
                Optional.empty(),
                Optional.of(file.id()));
    }

    private UUID alias(CaseFile file) {
        try {
            return contents.alias(file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
