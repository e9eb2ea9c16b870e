package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.event.Withheld;
import org.paivand.problem.ProblemCode;

/**
 * A recipient without software is asked through another agency. That one is decided about as a recipient in its own right, and so
 * is the one it answers for: nothing goes unless both may have it.
 */
final class Hosts {
    private final Deliberations deliberations;
    private final Disclosing disclosing;

    Hosts(Deliberations deliberations, Disclosing disclosing) {
        this.deliberations = deliberations;
        this.disclosing = disclosing;
    }

    /** Why who answers for the recipient may not read what is offered, as an entry already; empty where nobody does. */
    <T> Optional<Releases.Outcome<T>> offerRefusal(
            Transaction transaction,
            CaseRecords records,
            Caller caller,
            UUID exchange,
            Deliberated recipient,
            Instant now)
            throws CaseKeyException, SQLException {
        if (recipient.ask().through().isEmpty()) {
            return Optional.empty();
        }
        Deliberated host = decide(records, recipient, now);
        AgencyId id = host.ask().recipient();
        if (id.equals(host.file().controller()) || id.equals(host.ask().discloser(host.file()))) {
            return Optional.of(disclosing.closed(transaction, caller, exchange, host, ProblemCode.HOST_IS_SENDER, now));
        }
        return refusal(transaction, caller, exchange, host, now);
    }

    /** Discloses the first stage to who answers for the recipient. */
    Releases.Outcome<LoggedDisclosure> disclose(
            Transaction transaction,
            CaseRecords records,
            Caller caller,
            UUID exchange,
            Matter matter,
            Deliberated recipient,
            Instant now)
            throws CaseKeyException, SQLException {
        Deliberated host = decide(records, recipient, now);
        if (!recipient.ask().categories().equals(Set.of(Category.SERVICE_REQUEST))) {
            return disclosing.closed(transaction, caller, exchange, host, ProblemCode.HOST_FIRST_STAGE_ONLY, now);
        }
        List<Withheld> withheld = Withheld.of(recipient.decision());
        if (!withheld.isEmpty()) {
            return disclosing.refuse(
                    transaction, caller, exchange, recipient, ProblemCode.RELEASE_REFUSED, withheld, now);
        }
        Optional<Releases.Outcome<LoggedDisclosure>> refused = refusal(transaction, caller, exchange, host, now);
        return refused.isPresent()
                ? refused.get()
                : disclosing.disclose(transaction, records, caller, exchange, matter, host, now);
    }

    private Deliberated decide(CaseRecords records, Deliberated recipient, Instant now)
            throws CaseKeyException, SQLException {
        return deliberations.decide(
                records, recipient.file(), recipient.ask().ofHost().orElseThrow(), now);
    }

    private <T> Optional<Releases.Outcome<T>> refusal(
            Transaction transaction, Caller caller, UUID exchange, Deliberated host, Instant now) {
        if (!deliberations.takesPart(host.ask().recipient())) {
            return Optional.of(disclosing.closed(transaction, caller, exchange, host, ProblemCode.HOST_NOT_NAMED, now));
        }
        List<Withheld> withheld = Withheld.of(host.decision());
        return withheld.isEmpty()
                ? Optional.empty()
                : Optional.of(disclosing.refuse(
                        transaction, caller, exchange, host, ProblemCode.HOST_NOT_NAMED, withheld, now));
    }
}
