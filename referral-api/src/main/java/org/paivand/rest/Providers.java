package org.paivand.rest;

import java.util.Set;
import org.paivand.caller.rest.CallerFilter;
import org.paivand.problem.rest.ProblemMapper;

/** What every root goes through. */
final class Providers {
    static final Set<Class<?>> ALL = Set.of(
            ExchangeFilter.class,
            CallerFilter.class,
            LimitFilter.class,
            BodyLimit.class,
            JsonBodies.class,
            ClosedAnswers.class,
            EndingFilter.class,
            ProblemMapper.class);

    private Providers() {}
}
