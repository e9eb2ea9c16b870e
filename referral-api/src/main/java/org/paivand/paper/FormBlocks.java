package org.paivand.paper;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/** Where numbers are kept. Bound to one transaction. */
public interface FormBlocks {
    /** What is known of a number. */
    record Known(FormType type, boolean entered) {}

    void add(FormBlock block, Instant now) throws SQLException;

    Optional<FormBlock> find(UUID id) throws SQLException;

    /** Locks the number until the transaction ends. */
    Optional<Known> lock(AgencyId agency, FormNumber number) throws SQLException;

    void enter(AgencyId agency, FormNumber number) throws SQLException;
}
