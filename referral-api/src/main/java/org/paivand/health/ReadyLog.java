package org.paivand.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.entry.LogState;
import org.paivand.entry.LogStatus;
import org.paivand.entry.WitnessState;

/** Database, sequencer and signing key: without any of them nothing can be released, so nothing should be asked here. */
@Readiness
@ApplicationScoped
public class ReadyLog implements HealthCheck {
    private static final Duration WORRYING = Duration.ofSeconds(10);

    @Inject
    LogState log;

    @Inject
    WitnessState witnesses;

    @Override
    public HealthCheckResponse call() {
        try {
            LogStatus status = log.status();
            return HealthCheckResponse.named("disclosure-log")
                    .status(status.canSign() && status.unsound().isEmpty() && !status.isBehind(WORRYING))
                    .withData("database", "up")
                    .withData("entries", status.size())
                    .withData("pending", status.pending())
                    .withData("signer", status.signer().name())
                    .withData("unsound", status.unsound().orElse("no"))
                    // Never a reason to be down: what stays in the country needs no witness.
                    .withData("witnesses", witnesses.status().stale() ? "stale" : "up to date")
                    .build();
        } catch (DatabaseUnavailableException unreachable) {
            return HealthCheckResponse.named("disclosure-log")
                    .down()
                    .withData("database", "down")
                    .build();
        }
    }
}
