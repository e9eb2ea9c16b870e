package org.paivand.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.RespondWithin;

/**
 * What an operator configures (MicroProfile Config; environment variables by the usual mapping, {@code PAIVAND_DB_URL} and so
 * on). docs/operating.md lists each with its default.
 *
 * @param migration the credential for migrations; without it the schema must be at its version already
 * @param registry a directory with agencies.json, services.json and agreements.json; without it the sample registry
 * @param policy a policy document; without it the first policy for Tajikistan
 * @param maxLag how long an entry may wait for its index and its checkpoint before releases stop
 */
public record Settings(
        DatabaseAccess database,
        Optional<DatabaseAccess> migration,
        int poolSize,
        Path keystore,
        String keystorePassword,
        Path caseKeys,
        String logOrigin,
        Duration maxLag,
        AgencyId operator,
        Optional<Path> registry,
        Optional<Path> policy,
        RespondWithin respondWithin) {

    /** How to reach the database as one user. */
    public record DatabaseAccess(String url, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    @Override
    public String toString() {
        return "settings of " + logOrigin;
    }

    /** @throws java.util.NoSuchElementException naming a setting that is missing */
    public static Settings of(Config config) {
        String url = config.getValue("paivand.db.url", String.class);
        return new Settings(
                access(config, url, "paivand.db"),
                config.getOptionalValue("paivand.db.migration.user", String.class)
                        .map(user -> access(config, url, "paivand.db.migration")),
                config.getOptionalValue("paivand.db.pool", Integer.class).orElse(16),
                config.getValue("paivand.keys.keystore", Path.class),
                config.getValue("paivand.keys.password", String.class),
                config.getValue("paivand.keys.directory", Path.class),
                config.getValue("paivand.log.origin", String.class),
                config.getOptionalValue("paivand.log.max-lag", Duration.class).orElse(Duration.ofSeconds(30)),
                AgencyId.of(config.getOptionalValue("paivand.operator", String.class)
                        .orElse("tj-commission")),
                config.getOptionalValue("paivand.registry.directory", Path.class),
                config.getOptionalValue("paivand.policy.file", Path.class),
                respondWithin(config));
    }

    private static DatabaseAccess access(Config config, String url, String prefix) {
        return new DatabaseAccess(
                url,
                config.getValue(prefix + ".user", String.class),
                config.getValue(prefix + ".password", String.class));
    }

    private static RespondWithin respondWithin(Config config) {
        Map<Urgency, Duration> periods = new EnumMap<>(Urgency.class);
        periods.put(Urgency.IMMEDIATE, Duration.ofHours(1));
        periods.put(Urgency.EMERGENCY, Duration.ofDays(1));
        periods.put(Urgency.URGENT, Duration.ofDays(3));
        periods.put(Urgency.NORMAL, Duration.ofDays(14));
        periods.replaceAll(
                (urgency, usual) -> config.getOptionalValue("paivand.respond-within." + urgency.code(), Duration.class)
                        .orElse(usual));
        return new RespondWithin(periods);
    }
}
