package org.paivand.agreement;

import java.util.List;
import java.util.function.Function;
import org.paivand.database.Transaction;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;

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

    AgreementsInForce inForce(Transaction transaction) {
        return new AgreementsInForce(
                directories.current().agreements(), confirmed.apply(transaction).newest());
    }

    ConfirmedAgreements confirmed(Transaction transaction) {
        return confirmed.apply(transaction);
    }

    /** Whether every party is in the directory: an agency by its id, a country by any agency bound by its law. */
    boolean knows(Parties parties) {
        Directory directory = directories.current();
        return parties.fold(
                countries -> countries.jurisdictions().stream()
                        .allMatch(country -> directory.agencies().stream()
                                .anyMatch(agency -> agency.jurisdiction().equals(country))),
                agencies -> agencies.ids().stream()
                        .allMatch(id -> directory.agency(id).isPresent()));
    }
}
