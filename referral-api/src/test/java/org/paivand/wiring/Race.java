package org.paivand.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Racers that start together; each ends with a result or with a problem, and nothing else. */
public final class Race implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** How one racer ended. */
    public record Finish<T>(Optional<T> result, Optional<ProblemCode> problem) {
        public boolean won() {
            return result.isPresent();
        }
    }

    /** Runs them at once and answers how each ended, in their order; any other failure fails the test. */
    public <T> List<Finish<T>> run(List<Callable<T>> racers) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers.size());
        List<Future<Finish<T>>> running = new ArrayList<>();
        for (Callable<T> racer : racers) {
            running.add(threads.submit(() -> {
                start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                try {
                    return new Finish<T>(Optional.of(racer.call()), Optional.empty());
                } catch (ProblemException problem) {
                    return new Finish<T>(Optional.empty(), Optional.of(problem.code()));
                }
            }));
        }
        List<Finish<T>> finishes = new ArrayList<>();
        for (Future<Finish<T>> racer : running) {
            try {
                finishes.add(racer.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException failed) {
                throw new AssertionError("a racer ended with what is no problem", failed.getCause());
            }
        }
        return finishes;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
