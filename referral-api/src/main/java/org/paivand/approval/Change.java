package org.paivand.approval;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;

/** A kind of change that needs two people. A new kind is a new implementation, named where the application is wired. */
public interface Change {
    /** Kebab-case, at most 32 characters; it stands in rows, so it never changes. */
    String kind();

    /** Who may propose and decide such a change; of the roles that somebody has, the first counts. */
    List<Role> roles();

    /** Whether that change is the caller's to propose and decide; for others it isn't there. */
    default boolean concerns(Caller caller, String subject) {
        return true;
    }

    /** The entry that tells of a step. It names the subject by code and hash, and never holds it. */
    DisclosureEvent event(EventHead head, RegistryChange step, String subject);

    /**
     * What was confirmed, by whom.
     *
     * @param at when
     */
    record Confirmation(Approval.Confirmed approval, Caller by, UUID exchange, Instant at) {
        public String subject() {
            return approval.proposal().subject();
        }
    }

    /**
     * Makes the change, in the transaction of its confirmation. Must lock whatever its own check reads: two changes may be
     * confirmed at once.
     *
     * @throws org.paivand.problem.ProblemException {@code conflict} if what has happened since the proposal leaves no room for
     *     it; the approval then stays pending
     */
    void apply(Transaction transaction, Confirmation confirmation) throws SQLException;
}
