package org.paivand.launcher.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.state.StateFolder;

/** Looks for what would keep an installation from starting, or its data from lasting, before it happens. */
public final class Doctor {
    private static final long MIB = 1024 * 1024;
    private static final long WANTED_MEMORY = 1900 * MIB;
    private static final long WANTED_DISK = 2000 * MIB;
    private static final int OLDEST_JAVA = 17;
    private static final int NEWEST_JAVA_SEEN = 25;
    private static final Duration BELIEVABLE_AGE = Duration.ofDays(20 * 365);

    private final Home home;
    private final StateFolder state;
    private final Machine machine;

    public Doctor(Home home, StateFolder state, Machine machine) {
        this.home = home;
        this.state = state;
        this.machine = machine;
    }

    /** In the order in which to act on them. */
    public List<Finding> examine(Ports ports, Instant now) {
        return Stream.of(
                        List.of(java(), system(), memory()),
                        places(),
                        List.of(
                                clock(now),
                                parts(),
                                SharedLibraries.of(home.mariadb().resolve("bin/mariadbd")),
                                ports(ports)))
                .flatMap(List::stream)
                .toList();
    }

    Finding java() {
        int version = machine.javaVersion();
        if (version < OLDEST_JAVA) {
            return Finding.problem(
                    "java", "version " + version, "install Java " + OLDEST_JAVA + " or later, and set JAVA_HOME");
        }
        if (version > NEWEST_JAVA_SEEN) {
            return Finding.note(
                    "java",
                    "version " + version,
                    "if a server doesn't start, use one that we tested: 17 to " + NEWEST_JAVA_SEEN);
        }
        return Finding.ok("java", "version " + version + " at " + System.getProperty("java.home"));
    }

    Finding system() {
        String here = machine.system() + " on " + machine.architecture();
        return machine.system().equals("Linux") && machine.architecture().equals("amd64")
                ? Finding.ok("system", here)
                : Finding.problem(
                        "system",
                        here + ": the packaged MariaDB is for Linux on x86-64 only",
                        "run the WAR with a MariaDB and a Keycloak of your own; the README tells the variables");
    }

    Finding memory() {
        if (machine.availableMemory() < 0) {
            return Finding.note("memory", "unknown", "make sure that " + WANTED_MEMORY / MIB + " MiB are free");
        }
        String seen = machine.availableMemory() / MIB + " MiB available";
        return machine.availableMemory() >= WANTED_MEMORY
                ? Finding.ok("memory", seen)
                : Finding.problem(
                        "memory",
                        seen,
                        "end other programs: three servers and two witnesses take up to " + WANTED_MEMORY / MIB
                                + " MiB");
    }

    private List<Finding> places() {
        return List.of(lasting(), writable(), disk());
    }

    Finding lasting() {
        return state.liesInTemporaryFolder()
                ? Finding.problem(
                        "state",
                        state.root() + " lies in the folder for temporary files: data there is deleted",
                        "choose another folder with --state DIR")
                : Finding.ok("state", state.root().toString());
    }

    Finding writable() {
        Path place = nearestExisting();
        try {
            Files.delete(Files.createTempFile(place, "paivand-doctor", ".probe"));
            return Finding.ok("rights", "may write in " + place);
        } catch (IOException refused) {
            return Finding.problem(
                    "rights",
                    "may not write in " + place,
                    "choose another folder with --state DIR, or change its owner");
        }
    }

    Finding disk() {
        try {
            long free = Files.getFileStore(nearestExisting()).getUsableSpace();
            return free >= WANTED_DISK
                    ? Finding.ok("disk", free / MIB + " MiB free")
                    : Finding.problem(
                            "disk",
                            free / MIB + " MiB free",
                            "make room for " + WANTED_DISK / MIB + " MiB: nothing is released when the disk is full");
        } catch (IOException unknown) {
            return Finding.note("disk", "unknown", "make sure that " + WANTED_DISK / MIB + " MiB are free");
        }
    }

    /** Consent expires and the log is dated by this clock. */
    Finding clock(Instant now) {
        Instant built = built();
        return now.isBefore(built.minus(Duration.ofDays(1))) || now.isAfter(built.plus(BELIEVABLE_AGE))
                ? Finding.problem(
                        "clock", now + " can't be right", "set the clock, best by NTP (timedatectl set-ntp true)")
                : Finding.ok("clock", now.toString());
    }

    Finding parts() {
        Optional<Path> missing = Stream.of(home.war(), home.payaraMicro(), home.mariadb(), home.verifier())
                .filter(part -> !Files.exists(part))
                .findFirst();
        return missing.map(part -> Finding.problem("parts", part + " is missing", "run mvn package"))
                .orElseGet(() -> Finding.ok("parts", "built, in " + home.directory()));
    }

    Finding ports(Ports ports) {
        try {
            if (state.exists() && !state.ledger().names().isEmpty()) {
                return Finding.note("ports", "not checked: Paivand runs from this folder", "see paivand status");
            }
        } catch (IOException unreadable) {
            return Finding.problem("ports", state.run() + " can't be read", "change its owner");
        }
        return ports.firstTaken()
                .map(taken -> Finding.problem("ports", taken, "ss -ltnp tells which program has it"))
                .orElseGet(() -> Finding.ok(
                        "ports", ports.http() + ", " + ports.keycloak() + ", " + ports.database() + " are free"));
    }

    private Path nearestExisting() {
        Path place = state.root();
        while (!Files.isDirectory(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private static Instant built() {
        Properties build = new Properties();
        try (InputStream resource = Doctor.class.getResourceAsStream("build.properties")) {
            if (resource != null) {
                build.load(resource);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Instant.parse(build.getProperty("built"));
    }
}
