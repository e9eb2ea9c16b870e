package org.paivand.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured.
 *
 * @param load the load average of the last minute before the first measurement
 */
public record Machine(String processor, int cores, long memoryMib, String kernel, String java, double load) {
    private static final long KIB_PER_MIB = 1024;
    private static final String UNKNOWN = "unknown";

    public static Machine here() throws IOException {
        return new Machine(
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / KIB_PER_MIB,
                System.getProperty("os.name", UNKNOWN) + " " + System.getProperty("os.version", UNKNOWN) + ", "
                        + System.getProperty("os.arch", UNKNOWN),
                System.getProperty("java.vm.name", UNKNOWN) + " " + System.getProperty("java.runtime.version", UNKNOWN),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file), StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("0 " + UNKNOWN);
    }
}
