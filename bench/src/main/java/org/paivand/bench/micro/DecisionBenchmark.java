package org.paivand.bench.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Decisions;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.policy.Policy;

/** One decision on all categories, under the first policy for Tajikistan. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBenchmark {
    private final RawDigest raw = new RawDigest();
    private final Policy policy = PlainCase.POLICY;
    private final ConsentHistory history = PlainCase.history();
    private final DisclosureRequest request = PlainCase.request();

    @Benchmark
    public Decision decide() {
        return Decisions.decide(policy, history, List.of(), request, PlainCase.NOW);
    }

    @Benchmark
    public byte[] decideRaw() {
        return raw.leaf();
    }
}
