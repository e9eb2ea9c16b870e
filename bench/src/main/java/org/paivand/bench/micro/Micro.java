package org.paivand.bench.micro;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The benchmarks of pure code, by JMH, each in a JVM of its own. */
public final class Micro {
    /** Subjects that have an aim. */
    public static final String DECIDE = "`decide()`, all categories";

    public static final String SNAPSHOT = "Directory snapshot verified, 10 000 agencies, 50 000 services";

    private static final int ROUNDS = 5;

    private Micro() {}

    public static List<Timed> run() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(Micro.class.getPackageName() + ".*Benchmark.*")
                        .forks(1)
                        .warmupIterations(ROUNDS)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ROUNDS)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        return List.of(
                timed(results, "Hash of one leaf", "leaf", "SHA-256 of the same 35 bytes"),
                timed(results, "Tree of " + TreeBenchmark.LEAVES + " leaves", "tree", "SHA-256 of the same bytes"),
                timed(results, "Inclusion proof in 100 000", "inclusion", "SHA-256 as often as verifying needs"),
                timed(results, DECIDE, "decide", "SHA-256 of 35 bytes"),
                timed(results, SNAPSHOT, "snapshot", "SHA-256 of the document"),
                timed(results, "The same, and read into a directory", "snapshotRead", "SHA-256 of the document"));
    }

    private static Timed timed(Collection<RunResult> results, String subject, String name, String baseline) {
        Result<?> own = result(results, name);
        return new Timed(
                subject,
                own.getScore(),
                own.getScoreError(),
                baseline,
                result(results, name + "Raw").getScore());
    }

    private static Result<?> result(Collection<RunResult> results, String name) {
        return results.stream()
                .<Result<?>>map(RunResult::getPrimaryResult)
                .filter(result -> result.getLabel().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
