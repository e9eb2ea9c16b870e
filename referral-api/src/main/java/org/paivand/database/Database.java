package org.paivand.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.persistence.exceptions.EclipseLinkException;

/**
 * Transactions over one data source. The same code runs in Payara and in a bare JVM: the persistence unit is resource-local
 * and bootstrapped here (docs/decisions/0001).
 */
public final class Database implements AutoCloseable {
    private static final ThreadLocal<Boolean> OPEN = ThreadLocal.withInitial(() -> false);

    private final EntityManagerFactory factory;

    /**
     * Bootstraps EclipseLink; opens no connection yet.
     *
     * @param dataSource of {@link DataSources}; under a higher isolation a release could read a stale consent
     */
    public Database(DataSource dataSource) {
        this.factory = Persistence.createEntityManagerFactory(
                "paivand", Map.of("jakarta.persistence.nonJtaDataSource", dataSource));
    }

    /** Work that may end with a refusal of type {@code E}; a refusal rolls everything back. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T in(Transaction transaction) throws E, SQLException;
    }

    /**
     * Runs the work and returns its result only after the commit has returned.
     *
     * @throws IllegalStateException if this thread has a transaction open already: what the work made would exist although
     *     its commit may still fail
     * @throws DatabaseUnavailableException if the database refused or was lost; nothing of the work has happened, except
     *     where the connection broke during the commit itself, when it is unknown and must be asked for
     */
    public <T, E extends Exception> T commit(Work<T, E> work) throws E {
        if (OPEN.get()) {
            throw new IllegalStateException("a transaction is open already");
        }
        OPEN.set(true);
        try (EntityManager entities = factory.createEntityManager()) {
            entities.getTransaction().begin();
            Transaction transaction = new Transaction(entities);
            // EclipseLink would read by another connection until the first write.
            Connection unusedHeld = transaction.connection();
            boolean committed = false;
            try {
                T result = work.in(transaction);
                transaction.runForerunners();
                entities.getTransaction().commit();
                committed = true;
                return result;
            } finally {
                if (!committed) {
                    abandon(entities, transaction);
                }
            }
        } catch (SQLException | PersistenceException | EclipseLinkException failure) {
            throw DatabaseUnavailableException.from(failure);
        } finally {
            OPEN.remove();
        }
    }

    private static void abandon(EntityManager entities, Transaction transaction) {
        try {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        } finally {
            transaction.tellForerunners();
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
