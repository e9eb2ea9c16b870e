package org.paivand.database;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An open transaction (READ COMMITTED). Only {@link Database} makes one, and only it begins and commits. */
public final class Transaction {
    private final EntityManager entities;
    private final List<Forerunner> forerunners = new ArrayList<>();

    Transaction(EntityManager entities) {
        this.entities = entities;
    }

    public EntityManager entities() {
        return entities;
    }

    /**
     * The transaction's own connection, after everything pending in {@link #entities()} has been flushed to it. Not to be
     * closed, committed or kept.
     */
    public Connection connection() {
        entities.flush();
        return entities.unwrap(Connection.class);
    }

    /** Something outside the database that has to be there before the commit, and may be there without it. */
    public interface Forerunner {
        /** The last thing before the commit; throwing, it rolls everything back. */
        void run() throws SQLException;

        /** The commit failed, or nobody knows. Called after the rollback, also where {@link #run} was not reached. */
        void uncertain();
    }

    /** Has it run right before the commit, after everything that was named before it. */
    public void beforeCommit(Forerunner forerunner) {
        forerunners.add(forerunner);
    }

    void runForerunners() throws SQLException {
        for (Forerunner forerunner : forerunners) {
            forerunner.run();
        }
    }

    void tellForerunners() {
        forerunners.forEach(Forerunner::uncertain);
    }
}
