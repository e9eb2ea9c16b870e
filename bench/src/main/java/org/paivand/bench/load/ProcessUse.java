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
        return mib("VmRSS:");
    }

    /** The most it has had resident so far, in MiB ({@code VmHWM}). */
    public long peakMib() {
        return mib("VmHWM:");
    }

    private long mib(String field) {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
