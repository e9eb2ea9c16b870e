package org.paivand.database;

import org.flywaydb.core.Flyway;

/** Brings both schemas to the version this code expects, with the migration user's credential. */
public final class Migrations {
    private Migrations() {}

    /**
     * Migrates, or finds nothing to do.
     *
     * @throws org.flywaydb.core.api.FlywayException if a migration fails or an applied one was altered afterwards
     */
    public static void run(String url, String user, String password) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, user, password)
                .schemas("paivand", "paivand_log")
                .defaultSchema("paivand")
                .createSchemas(false)
                .placeholderReplacement(false)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
