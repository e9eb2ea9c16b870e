package org.paivand.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A part that runs as a process of ours; made by {@link Supervisor#start}. */
public final class Child {
    private static final int TOLD_LINES = 15;
    private static final long POLL_MILLIS = 200;

    private final String name;
    private final Process process;
    private final Path log;
    private final String token;

    Child(String name, Process process, Path log, String token) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.token = token;
    }

    public String name() {
        return name;
    }

    public boolean alive() {
        return process.isAlive();
    }

    String token() {
        return token;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Returns when the check passes.
     *
     * @throws StartFailedException if the process ends first or the limit passes, with the end of its log
     */
    public void awaitReady(Readiness readiness, Duration limit, Progress progress)
            throws StartFailedException, InterruptedException {
        Progress.Step step = progress.begin(name, "starting");
        while (!readiness.isReady()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StartFailedException(name + " ended while it started, exit status " + process.exitValue()
                        + ". Its log: " + log + "\n" + lastLines());
            }
            if (step.elapsed().compareTo(limit) > 0) {
                throw new StartFailedException(name + " wasn't ready within " + limit.toSeconds() + " s. Its log: "
                        + log + "\n" + lastLines());
            }
            step.tick();
        }
        step.done("ready");
    }

    /** The lines of its log so far that contain the text. */
    public List<String> logLines(String text) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(text))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
        } catch (IOException unreadable) {
            return "(the log can't be read)";
        }
    }

    /** Whether a part can take its first request. */
    public interface Readiness {
        /** Throws when it has become certain that it never will be. */
        boolean isReady() throws StartFailedException;
    }
}
