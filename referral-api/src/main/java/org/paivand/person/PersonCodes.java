package org.paivand.person;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;

/** Where codes are kept, and what was withdrawn by them. Bound to one transaction. */
public interface PersonCodes {
    /** @param seal of a code */
    Optional<PersonCode> find(byte[] seal) throws SQLException;

    Optional<PersonCode> find(UUID id) throws SQLException;

    void add(PersonCode code, byte[] seal, Instant now) throws SQLException;

    /** Deletes those of one holder; false if there was none. */
    boolean end(CaseId caseId, Holder holder) throws SQLException;

    /** Notes grants that a code withdrew. */
    void withdrew(CaseId caseId, Holder holder, UUID consentId, Set<UUID> grantIds, Instant at) throws SQLException;

    List<Withdrawal> withdrawals(CaseId caseId, Holder holder) throws SQLException;

    void restored(CaseId caseId, Set<UUID> grantIds) throws SQLException;

    /** A grant that a code withdrew at that instant. */
    record Withdrawal(UUID consentId, UUID grantId, Instant at) {}
}
