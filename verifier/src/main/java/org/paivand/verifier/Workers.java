package org.paivand.verifier;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Explains entries on all processors and hands on what came of them in the order in which they were given. */
final class Workers implements Closeable {
    private static final int ENTRIES_AT_ONCE = 256;
    private static final int BYTES_AT_ONCE = 4 << 20;
    private static final int WAITING_EACH = 3;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ExecutorService threads = Executors.newFixedThreadPool(processors, Workers::daemon);
    private final Deque<Future<List<Explained>>> running = new ArrayDeque<>();
    private final Explainer explainer;
    private final Consumer<Explained> then;
    private List<Shown> next = new ArrayList<>();
    private int bytes;

    Workers(Explainer explainer, Consumer<Explained> then) {
        this.explainer = explainer;
        this.then = then;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "explainer");
        thread.setDaemon(true);
        return thread;
    }

    void add(Shown shown) {
        next.add(shown);
        bytes += shown.bytes();
        if (next.size() == ENTRIES_AT_ONCE || bytes > BYTES_AT_ONCE) {
            start();
        }
        while (running.size() > WAITING_EACH * processors) {
            handOn();
        }
    }

    void end() {
        start();
        while (!running.isEmpty()) {
            handOn();
        }
    }

    private void start() {
        List<Shown> batch = next;
        next = new ArrayList<>(ENTRIES_AT_ONCE);
        bytes = 0;
        running.addLast(
                threads.submit(() -> batch.stream().map(explainer::explain).toList()));
    }

    private void handOn() {
        try {
            running.removeFirst().get().forEach(then);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an entry could not be looked at", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
