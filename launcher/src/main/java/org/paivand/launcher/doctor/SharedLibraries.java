package org.paivand.launcher.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether MariaDB's binary finds the shared libraries it was linked with; it is built for many Linux systems, not for each. */
final class SharedLibraries {
    private static final String SUBJECT = "mariadb";
    private static final Pattern MISSING = Pattern.compile("loading shared libraries: ([^:\\s]+):");

    /** Names in Debian and Ubuntu; the binary needs no others than these and what they need. */
    private static final Map<String, String> DEBIAN_PACKAGES = Map.of(
            "libcrypt.so.1", "libcrypt1",
            "libsystemd.so.0", "libsystemd0",
            "libstdc++.so.6", "libstdc++6",
            "libgcc_s.so.1", "libgcc-s1",
            "libcap.so.2", "libcap2",
            "libgcrypt.so.20", "libgcrypt20",
            "liblzma.so.5", "liblzma5",
            "libzstd.so.1", "libzstd1",
            "liblz4.so.1", "liblz4-1",
            "libgpg-error.so.0", "libgpg-error0");

    private SharedLibraries() {}

    static Finding of(Path binary) {
        if (!Files.isRegularFile(binary)) {
            return Finding.problem(SUBJECT, binary + " is missing", "run mvn package");
        }
        if (!Files.isExecutable(binary) && !binary.toFile().setExecutable(true)) {
            return Finding.problem(SUBJECT, binary + " may not be executed", "run chmod +x " + binary);
        }
        try {
            Process process = new ProcessBuilder(binary.toString(), "--no-defaults", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Finding.ok(SUBJECT, said.replaceAll("^\\S+\\s+", "")) : explain(said);
        } catch (IOException cannotRun) {
            return Finding.problem(
                    SUBJECT, "its binary can't be run here", "use Linux on x86-64, with the GNU C library");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Finding.problem(SUBJECT, "interrupted", "try again");
        }
    }

    static Finding explain(String said) {
        Matcher missing = MISSING.matcher(said);
        if (!missing.find()) {
            return Finding.problem(SUBJECT, "its binary fails: " + said, "use Linux on x86-64, with the GNU C library");
        }
        String library = missing.group(1);
        String packageName = DEBIAN_PACKAGES.get(library);
        return Finding.problem(
                SUBJECT,
                "the shared library " + library + " is missing",
                packageName == null
                        ? "install the package that has " + library
                        : "on Debian or Ubuntu: apt-get install " + packageName);
    }
}
