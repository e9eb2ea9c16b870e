package org.paivand.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts processes, knows them, and ends them all, last started first. Safe to close from a shutdown hook. */
public final class Supervisor implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Ledger ledger;
    private final Path logs;
    private final Deque<Child> children = new ArrayDeque<>();
    private boolean closed;

    public Supervisor(Ledger ledger, Path logs) throws IOException {
        this.ledger = ledger;
        this.logs = Files.createDirectories(logs);
    }

    /**
     * Starts a process whose output goes to a log of its name; the log of the time before is kept beside it.
     *
     * @param token a part of its command line that tells it from any process that isn't ours
     */
    public synchronized Child start(String name, ProcessBuilder builder, String token)
            throws IOException, StartFailedException {
        if (closed) {
            throw new StartFailedException(name + " isn't started: Paivand is stopping");
        }
        Path log = logs.resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, logs.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        Child child = new Child(name, process, log, token);
        children.push(child);
        ledger.record(name, List.of(process.toHandle()), token);
        return child;
    }

    /** Records also what the process has started since, for one that hands over to a process of its own. */
    public synchronized void recordTree(Child child) throws IOException {
        if (!closed) {
            ledger.record(
                    child.name(),
                    Stream.concat(Stream.of(child.handle()), child.handle().descendants())
                            .toList(),
                    child.token());
        }
    }

    /** A process that ended although nobody asked it to. */
    public synchronized Optional<Child> fallen() {
        return closed
                ? Optional.empty()
                : children.stream().filter(child -> !child.alive()).findFirst();
    }

    public synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!children.isEmpty()) {
            Child child = children.pop();
            Ending.of(child.handle(), GRACE);
            try {
                ledger.forget(child.name());
            } catch (IOException stale) {
                throw new UncheckedIOException(stale);
            }
        }
    }
}
