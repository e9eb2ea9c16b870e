package org.paivand.onboarding;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/** The steps that aren't an approval's, as entries of the log: which agency, by whom, and the hash of what it was about. */
public final class OnboardingEvents {
    static final Role[] ALLOWING = {Role.REGISTRAR, Role.COMMISSION};

    private final Journal journal;
    private final AgencyId operator;

    public OnboardingEvents(Journal journal, AgencyId operator) {
        this.journal = journal;
        this.operator = operator;
    }

    void by(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            RegistryChange step,
            AgencyId agency,
            Sha256 document,
            Instant now) {
        write(transaction, Actors.actor(caller, ALLOWING), exchange, step, agency, document, now);
    }

    /** By somebody without an account, of whom nothing is known. */
    void byApplicant(Transaction transaction, UUID exchange, AgencyId agency, Sha256 document, Instant now) {
        Actor applicant = new Actor(operator, "applicant", "applicant", "open", Optional.empty());
        write(transaction, applicant, exchange, RegistryChange.APPLIED, agency, document, now);
    }

    /** By the node itself, when it has done in the realm what people agreed on. */
    void byNode(Transaction transaction, RegistryChange step, AgencyId agency, Sha256 document, Instant now) {
        Actor node = new Actor(operator, "node", "operator", "node", Optional.empty());
        write(transaction, node, UUID.randomUUID(), step, agency, document, now);
    }

    private void write(
            Transaction transaction,
            Actor actor,
            UUID exchange,
            RegistryChange step,
            AgencyId agency,
            Sha256 document,
            Instant now) {
        RegistryChanged event = new RegistryChanged(
                Actors.head(exchange, now, Optional.empty(), actor), step, agency.value(), document);
        journal.write(transaction, event, actor.user(), Optional.empty(), Optional.empty());
    }
}
