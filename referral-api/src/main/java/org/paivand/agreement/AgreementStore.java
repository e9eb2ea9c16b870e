package org.paivand.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.AgreementParties;
import org.paivand.registry.directory.Directories;

/** The agreements that decisions rest on: those of the directory's file and those that were confirmed since. */
public final class AgreementStore {
    private final Directories directories;
    private final Function<Transaction, ConfirmedAgreements> confirmed;

    public AgreementStore(Directories directories, Function<Transaction, ConfirmedAgreements> confirmed) {
        this.directories = directories;
        this.confirmed = confirmed;
    }

    /** The highest version of each agreement, by id, whatever its period; as committed when it is asked. */
    public List<Agreement> all(Transaction transaction) {
        return inForce(transaction).all();
    }

    /** The same as it was at an instant: what the node was set up with, and what had been confirmed by then. */
    List<Agreement> all(Transaction transaction, Instant asOf) {
        return new AgreementsInForce(
                        directories.current().agreements(),
                        confirmed.apply(transaction).newest(asOf))
                .all();
    }

    AgreementsInForce inForce(Transaction transaction) {
        return new AgreementsInForce(
                directories.current().agreements(), confirmed.apply(transaction).newest());
    }

    ConfirmedAgreements confirmed(Transaction transaction) {
        return confirmed.apply(transaction);
    }

    /** Whether every party is in the directory: an agency by its id, a country by any agency bound by its law. */
    boolean knows(Parties parties) {
        return parties().unknown(parties).isEmpty();
    }

    /** Kinds that the agreement names though no agency among its parties is one. */
    Set<AgencyKind> kindsOfNobody(Agreement agreement) {
        return parties().kindsOfNobody(agreement);
    }

    Optional<Agency> agency(AgencyId id) {
        return directories.current().agency(id);
    }

    private AgreementParties parties() {
        return new AgreementParties(directories.current().agencies());
    }
}
