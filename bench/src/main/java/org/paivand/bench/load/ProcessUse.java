package org.paivand.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.paivand.launcher.state.StateFolder;

/** What one of the installation's processes has used, as the kernel tells it. */
public record ProcessUse(ProcessHandle process) {
    private static final int KIB_PER_MIB = 1024;

    public static ProcessUse of(StateFolder state, String part) throws IOException {
        return new ProcessUse(state.ledger().find(part).get(0));
    }

    /** Processor time of all its threads since it started, to 10 ms. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory now, in MiB ({@code VmRSS}). */
    public long residentMib() {
        return status("VmRSS:") / KIB_PER_MIB;
    }

    /** The most it has had resident so far, in MiB ({@code VmHWM}). */
    public long peakMib() {
        return status("VmHWM:") / KIB_PER_MIB;
    }

    public long threads() {
        return status("Threads:");
    }

    /** Files, sockets and pipes it holds open. */
    public long openFiles() {
        try (var open = Files.list(folder().resolve("fd"))) {
            return open.count();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path folder() {
        return Path.of("/proc", Long.toString(process.pid()));
    }

    private long status(String field) {
        try {
            return Files.readAllLines(folder().resolve("status"), StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
