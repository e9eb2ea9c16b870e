package org.paivand.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that this state folder started.
 *
 * @param started as the operating system tells it; a later process with the same pid has another one
 * @param token a part of the command line that only this process has, such as its data folder
 */
record OwnedProcess(long pid, Instant started, String token) {

    /** The kernel tells start times relative to boot, and the boot time moves when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    OwnedProcess {
        if (token.isBlank() || token.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("token must be one line that isn't blank");
        }
    }

    static OwnedProcess of(ProcessHandle handle, String token) {
        return new OwnedProcess(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH), token);
    }

    /** Empty when the line is torn or was altered: such a line owns nothing. */
    static Optional<OwnedProcess> parse(String line) {
        String[] fields = line.split(" ", 3);
        if (fields.length != 3 || fields[2].isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OwnedProcess(
                    Long.parseLong(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])), fields[2]));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    String line() {
        return pid + " " + started.toEpochMilli() + " " + token;
    }

    /** The living process, if pid, start time and command line all still fit; a stranger with our pid is never returned. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        startedAsRecorded(handle) && commandLine(handle).contains(token));
    }

    private boolean startedAsRecorded(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(now -> Duration.between(started, now).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                .orElse(false);
    }

    private static String commandLine(ProcessHandle handle) {
        try { // ProcessHandle cuts a command line at 4096 bytes; Keycloak's is near to that
            byte[] raw = Files.readAllBytes(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return new String(raw, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return handle.info().commandLine().orElse("");
        }
    }
}
