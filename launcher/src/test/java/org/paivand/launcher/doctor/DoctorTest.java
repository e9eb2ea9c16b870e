package org.paivand.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.paivand.launcher.Folders;
import org.paivand.launcher.doctor.Finding.Grade;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.state.StateFolder;

class DoctorTest {
    private static final long GIB = 1024L * 1024 * 1024;
    private static final Machine GOOD = new Machine(17, "Linux", "amd64", 8 * GIB);

    @Test
    void refusesAnOldJavaAndNotesOneThatNobodyTried() throws IOException {
        assertEquals(
                Grade.PROBLEM,
                doctor(new Machine(11, "Linux", "amd64", 8 * GIB)).java().grade());
        assertEquals(
                Grade.NOTE,
                doctor(new Machine(99, "Linux", "amd64", 8 * GIB)).java().grade());
        assertEquals(Grade.OK, doctor(GOOD).java().grade());
    }

    @Test
    void refusesASystemThatThePackagedDatabaseIsNotFor() throws IOException {
        assertEquals(
                Grade.PROBLEM,
                doctor(new Machine(17, "Linux", "aarch64", GIB)).system().grade());
        assertEquals(
                Grade.PROBLEM,
                doctor(new Machine(17, "Mac OS X", "amd64", GIB)).system().grade());
    }

    @Test
    void findsTooLittleMemory() throws IOException {
        Finding finding = doctor(new Machine(17, "Linux", "amd64", GIB / 2)).memory();

        assertEquals(Grade.PROBLEM, finding.grade());
        assertTrue(finding.text().contains("512 MiB"), finding.text());
        assertEquals(
                Grade.NOTE,
                doctor(new Machine(17, "Linux", "amd64", -1)).memory().grade());
    }

    @Test
    void refusesAStateFolderWhereFilesDoNotLast() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "paivand-state");

        assertEquals(Grade.PROBLEM, doctor(GOOD, temporary).lasting().grade());
    }

    @Test
    void findsAStateFolderInWhichNothingCanBeWritten() {
        assertEquals(
                Grade.PROBLEM, doctor(GOOD, Path.of("/proc/paivand")).writable().grade());
    }

    @Test
    void findsAClockThatCanNotBeRight() throws IOException {
        assertEquals(Grade.PROBLEM, doctor(GOOD).clock(Instant.EPOCH).grade());
        assertEquals(
                Grade.PROBLEM,
                doctor(GOOD).clock(Instant.parse("2099-01-01T00:00:00Z")).grade());
        assertEquals(Grade.OK, doctor(GOOD).clock(Clock.systemUTC().instant()).grade());
    }

    @Test
    void namesATakenPort() throws IOException {
        Ports free = new Ports(1025, 1026, 1027).orFree();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finding finding = doctor(GOOD).ports(new Ports(free.http(), free.keycloak(), other.getLocalPort()));

            assertEquals(Grade.PROBLEM, finding.grade());
            assertTrue(finding.text().contains("--db-port"), finding.text());
        }
    }

    @Test
    void namesAMissingPart() throws IOException {
        Home empty = new Home(Path.of("nowhere"), Path.of("nowhere/paivand.war"));

        Finding finding = new Doctor(empty, new StateFolder(Folders.fresh("doctor")), GOOD).parts();

        assertEquals(Grade.PROBLEM, finding.grade());
        assertTrue(finding.text().contains("mvn package"), finding.text());
    }

    @Test
    void runsTheRealDatabaseBinary() {
        Finding finding = SharedLibraries.of(Home.find().mariadb().resolve("bin/mariadbd"));

        assertEquals(Grade.OK, finding.grade(), finding.text());
    }

    @Test
    void namesThePackageOfAMissingSharedLibrary() {
        Finding known = SharedLibraries.explain("mariadbd: error while loading shared libraries: libcrypt.so.1: cannot"
                + " open shared object file: No such file or directory");
        Finding unknown = SharedLibraries.explain("mariadbd: error while loading shared libraries: libstrange.so.9: x");

        assertTrue(known.advice().contains("apt-get install libcrypt1"), known.advice());
        assertTrue(unknown.advice().contains("libstrange.so.9"), unknown.advice());
        assertEquals(
                Grade.PROBLEM, SharedLibraries.explain("Illegal instruction").grade());
    }

    private static Doctor doctor(Machine machine) throws IOException {
        return doctor(machine, Folders.fresh("doctor"));
    }

    private static Doctor doctor(Machine machine, Path state) {
        return new Doctor(Home.find(), new StateFolder(state), machine);
    }
}
