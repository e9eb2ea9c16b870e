package org.paivand.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** Where submissions are kept. Bound to one transaction. */
public interface Submissions {
    /**
     * Adds one.
     *
     * @param ticket seal of the ticket of the page it was sent from, of which there is one
     * @param letter sealed
     * @throws org.paivand.database.DuplicateKeyException if something was sent from that page before; at the latest by the commit
     */
    void add(Submission submission, byte[] ticket, byte[] letter, Optional<GivenNumber> number) throws SQLException;

    Optional<Submission> sentFrom(byte[] ticket) throws SQLException;

    /** @param seal of a number */
    Optional<Numbered> numbered(byte[] seal) throws SQLException;

    Optional<Numbered> numbered(UUID number) throws SQLException;

    /** A submission whose number is still its own. */
    record Numbered(Submission submission, UUID number) {}

    /** Locked until the transaction ends. */
    Optional<Submission> lock(UUID id) throws SQLException;

    /** The sealed letter; empty once nothing of it is kept. */
    Optional<byte[]> letter(UUID id) throws SQLException;

    /** The number, as long as it is the submission's own. */
    Optional<GivenNumber> number(UUID id) throws SQLException;

    /** Writes what changes: state, deadline, end. Of one that isn't kept the letter and the number go at once. */
    void change(Submission submission) throws SQLException;

    /** Those of the agency of which something is kept, the soonest due first. */
    List<Submission> of(AgencyId agency, Optional<Submission.State> state, Optional<Cursor> after, int limit)
            throws SQLException;

    /** How many came since then, to all agencies, whatever became of them. */
    long since(Instant from) throws SQLException;

    /** How many wait for the agency to do something. */
    long open(AgencyId agency) throws SQLException;

    /**
     * Deletes those whose end has come.
     *
     * @return how many of them nobody had settled, by agency
     */
    Map<AgencyId, Long> expire(Instant now) throws SQLException;
}
