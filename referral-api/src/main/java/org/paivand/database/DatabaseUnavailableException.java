package org.paivand.database;

import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;

/**
 * The database could not do what was asked. Unchecked against the house's habit: every statement can throw it, and one place
 * (the problem mapping) answers it with 503.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Keeps the SQL state, which is impersonal, and never the statement or its parameters. */
    static RuntimeException from(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return new DuplicateKeyException();
            }
            if (cause instanceof SQLException sql) {
                return new DatabaseUnavailableException("SQL state " + sql.getSQLState(), failure);
            }
        }
        return new DatabaseUnavailableException(failure.getClass().getSimpleName(), failure);
    }
}
