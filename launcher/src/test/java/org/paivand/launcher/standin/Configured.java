package org.paivand.launcher.standin;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when each name of the configuration has a value and each file it names is there. */
@Readiness
@ApplicationScoped
public class Configured implements HealthCheck {
    private static final List<String> TEXTS = List.of(
            "paivand.db.url",
            "paivand.db.user",
            "paivand.db.password",
            "paivand.db.migration.user",
            "paivand.db.migration.password",
            "paivand.keys.password",
            "paivand.log.origin",
            "mp.jwt.verify.publickey.location",
            "mp.jwt.verify.issuer",
            "mp.jwt.verify.audiences");
    private static final List<String> FILES =
            List.of("paivand.keys.keystore", "paivand.keys.directory", "paivand.state");

    @Override
    public HealthCheckResponse call() {
        Config config = ConfigProvider.getConfig();
        boolean texts = TEXTS.stream()
                .allMatch(name ->
                        !config.getOptionalValue(name, String.class).orElse("").isEmpty());
        boolean files = FILES.stream()
                .allMatch(name -> config.getOptionalValue(name, String.class)
                        .map(Path::of)
                        .filter(Files::isReadable)
                        .isPresent());
        return HealthCheckResponse.named("configured").status(texts && files).build();
    }
}
