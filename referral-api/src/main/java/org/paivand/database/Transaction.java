package org.paivand.database;

import jakarta.persistence.EntityManager;
import java.sql.Connection;

/** An open transaction (READ COMMITTED). Only {@link Database} makes one, and only it begins and commits. */
public final class Transaction {
    private final EntityManager entities;

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
}
