package org.paivand.consent;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.paivand.database.Transaction;

/** Asks the decision what a consent would carry by itself. */
@FunctionalInterface
public interface Foresight {
    List<Forewarning> of(Transaction transaction, ConsentBook.Page page, UUID consentId) throws SQLException;
}
