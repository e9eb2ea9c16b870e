package org.paivand.database;

import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.platform.database.MySQLPlatform;

/** MySQL's dialect over connections of {@link DataSources}, on which a transaction begins with its first statement. */
public final class TransactionalPlatform extends MySQLPlatform {
    private static final long serialVersionUID = 1;

    public TransactionalPlatform() {
        setSupportsAutoCommit(false);
    }

    @Override
    public void beginTransaction(DatabaseAccessor accessor) {
        // Nothing to say to the server.
    }
}
