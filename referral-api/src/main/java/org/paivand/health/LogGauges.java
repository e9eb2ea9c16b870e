package org.paivand.health;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;
import org.paivand.entry.LogState;
import org.paivand.entry.WitnessState;

/** How the log stands, for /metrics. Numbers only; no label tells an agency or a case. */
@ApplicationScoped
public class LogGauges {
    @Inject
    LogState log;

    @Inject
    WitnessState witnesses;

    /** A gauge is known from when its bean is made: at once, but after the node that it tells of. */
    void make(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.LIBRARY_AFTER)
                    Object started) {}

    @Gauge(
            name = "paivand_log_entries",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "Entries with an index")
    public long entries() {
        return log.status().size();
    }

    @Gauge(name = "paivand_log_pending", absolute = true, unit = MetricUnits.NONE, description = "Entries that wait")
    public long pending() {
        return log.status().pending();
    }

    @Gauge(
            name = "paivand_log_unsound",
            absolute = true,
            unit = MetricUnits.NONE,
            description = "1 while a check has found that the log contradicts itself")
    public long unsound() {
        return log.status().unsound().isPresent() ? 1 : 0;
    }

    @Gauge(
            name = "paivand_log_witness_lag",
            absolute = true,
            unit = MetricUnits.MILLISECONDS,
            description = "How long the oldest checkpoint without a quorum of witnesses has waited for one")
    public long witnessLag() {
        return witnesses.status().waiting().toMillis();
    }

    @Gauge(
            name = "paivand_log_lag",
            absolute = true,
            unit = MetricUnits.MILLISECONDS,
            description = "How long the oldest entry has waited for its index or its checkpoint")
    public long lag() {
        var status = log.status();
        return Math.max(
                status.oldestPending().toMillis(), status.oldestUnsigned().toMillis());
    }
}
