package org.paivand.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the machine under us is.
 *
 * @param system as {@code os.name} and {@code os.arch} tell it
 * @param availableMemory bytes that programs may still take without swapping; negative when unknown
 */
public record Machine(int javaVersion, String system, String architecture, long availableMemory) {

    public static Machine here() {
        return new Machine(
                Runtime.version().feature(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                memory(Path.of("/proc/meminfo")));
    }

    private static long memory(Path meminfo) {
        try {
            return Files.readAllLines(meminfo, StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kibibytes -> Long.parseLong(kibibytes) * 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }
}
