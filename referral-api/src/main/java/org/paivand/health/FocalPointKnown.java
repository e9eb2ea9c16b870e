package org.paivand.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.FocalPoints;

/** Whether somebody looks after what is overdue of people who refused state bodies. Never a reason to be down: help goes on. */
@Readiness
@ApplicationScoped
public class FocalPointKnown implements HealthCheck {
    @Inject
    Directories directories;

    @Inject
    InstantSource clock;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("focal-point")
                .up()
                .withData(
                        "state",
                        FocalPoints.trouble(directories.current(), clock.instant())
                                .orElse("named"))
                .build();
    }
}
