package org.paivand.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.paivand.problem.rest.ProblemMapper;
import org.paivand.witness.rest.WitnessResource;

/** The node as a witness: open to every log, so without callers, and with a limit of its own on what is read. */
@ApplicationPath("/witness")
public class WitnessApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ExchangeFilter.class,
                LimitFilter.class,
                ClosedAnswers.class,
                ProblemMapper.class,
                WitnessResource.class);
    }
}
