package org.paivand.registry;

import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;

/**
 * The directory that counts, as this instance last saw it. Each request looks once whether the registry has changed, so that a
 * change binds the next request on every instance; the directory itself is made anew only after a change.
 */
public final class LiveDirectories implements Directories {
    private final Database database;
    private final Function<Transaction, RegistryRecords> records;
    private volatile Edition edition = Edition.EMPTY;

    public LiveDirectories(Database database, Function<Transaction, RegistryRecords> records) {
        this.database = database;
        this.records = records;
    }

    /** Empty until {@link #refresh} was called once. */
    @Override
    public Directory current() {
        return edition.directory();
    }

    /**
     * Sees every change that was committed before. Not to be called inside a transaction.
     *
     * @throws org.paivand.database.DatabaseUnavailableException if nobody can say whether there is one
     */
    public void refresh() {
        boolean unusedRenewed =
                database.<Boolean, RuntimeException>commit(transaction -> refresh(records.apply(transaction)));
    }

    /** Returns whether there was something new. */
    private boolean refresh(RegistryRecords bound) {
        return bound.head() != edition.number() && renew(bound);
    }

    private synchronized boolean renew(RegistryRecords bound) {
        // Asked again: whoever was waited for may have seen a newer change than the one that was to be read.
        edition = edition(bound, bound.head());
        return true;
    }

    /** The edition as the transaction sees it; what this instance shows others stays as it is. */
    Edition seenBy(Transaction transaction) {
        RegistryRecords bound = records.apply(transaction);
        return edition(bound, bound.head());
    }

    /** A head that lies back is that of a backup: then all is read anew. */
    private Edition edition(RegistryRecords bound, long head) {
        Edition known = edition;
        Edition from = head < known.number() ? Edition.EMPTY : known;
        return from.then(reader -> bound.newest(from.number(), head, reader));
    }
}
