package org.paivand.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connection pools as the house needs them. */
public final class DataSources {
    private DataSources() {}

    /**
     * A pool at READ COMMITTED whose callers wait at most two seconds, since a release that can't be logged has to fail soon. Its
     * connections are never in autocommit mode, which saves two round trips a transaction.
     *
     * @param url {@code jdbc:mariadb://…}
     */
    public static HikariDataSource pool(String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("paivand");
        config.setDriverClassName("org.mariadb.jdbc.Driver");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(2_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("connectTimeout", "2000");
        config.addDataSourceProperty("socketTimeout", "15000");
        config.addDataSourceProperty(
                "sessionVariables", "time_zone='+00:00',innodb_lock_wait_timeout=5,idle_transaction_timeout=10");
        config.addDataSourceProperty("connectionTimeZone", "UTC");
        return new HikariDataSource(config);
    }
}
