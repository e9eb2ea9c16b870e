package org.paivand.audit.desk;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.jdbc.EvidencePlan;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
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
    void write(
            Transaction transaction, Caller caller, UUID exchange, AuditorAction action, String question, int entries) {
        Sha256 querySha256 = Sha256.digest(question.getBytes(StandardCharsets.UTF_8));
        write(transaction, caller, new AuditorAccess(head(caller, exchange), action, querySha256, entries));
    }

    /** Evidence leaves. */
    void write(Transaction transaction, Caller caller, UUID exchange, EvidencePlan plan) {
        ExportScope scope = plan.selected().isPresent() ? ExportScope.SELECTION : ExportScope.PERIOD;
        EventHead head = head(caller, exchange);
        write(transaction, caller, new Export(head, scope, plan.from(), plan.to(), plan.size(), plan.entries()));
    }

    private void write(Transaction transaction, Caller caller, DisclosureEvent event) {
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
    }

    private EventHead head(Caller caller, UUID exchange) {
        return Actors.head(exchange, clock.instant(), Optional.empty(), Actors.actor(caller, Role.AUDITOR));
    }
}
