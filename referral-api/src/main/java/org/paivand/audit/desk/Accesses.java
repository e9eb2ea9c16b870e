package org.paivand.audit.desk;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.jdbc.EvidencePlan;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.ExportScope;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** Writes down what an auditor did. */
public final class Accesses {
    private final Journal journal;
    private final InstantSource clock;

    public Accesses(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Somebody looked.
     *
     * @param question kept as a hash
     * @param entries how many were shown
     */
    public void write(
            Transaction transaction, Caller caller, UUID exchange, AuditorAction action, String question, int entries) {
        write(transaction, caller, access(head(caller, exchange, Optional.empty()), action, question, entries));
    }

    /** A case, and its name in the log. */
    public record OfCase(CaseId id, UUID alias) {}

    /** Somebody looked at what is about one case; that case's entries tell. */
    public void write(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            AuditorAction action,
            String question,
            int entries,
            OfCase of) {
        EventHead head = head(caller, exchange, Optional.of(of.alias()));
        journal.write(
                transaction,
                access(head, action, question, entries),
                caller.user(),
                Optional.empty(),
                Optional.of(of.id()));
    }

    private static AuditorAccess access(EventHead head, AuditorAction action, String question, int entries) {
        return new AuditorAccess(head, action, Sha256.digest(question.getBytes(StandardCharsets.UTF_8)), entries);
    }

    /** Evidence leaves. */
    void write(Transaction transaction, Caller caller, UUID exchange, EvidencePlan plan) {
        ExportScope scope = plan.selected().isPresent() ? ExportScope.SELECTION : ExportScope.PERIOD;
        EventHead head = head(caller, exchange, Optional.empty());
        write(transaction, caller, new Export(head, scope, plan.from(), plan.to(), plan.size(), plan.entries()));
    }

    private void write(Transaction transaction, Caller caller, DisclosureEvent event) {
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
    }

    private EventHead head(Caller caller, UUID exchange, Optional<UUID> alias) {
        return Actors.head(exchange, clock.instant(), alias, Actors.actor(caller, Role.AUDITOR, Role.REVIEWER));
    }
}
