package org.paivand.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/**
 * A MariaDB on a disk that a test can fill: a tmpfs in a mount namespace that only this server sees. A full one answers as any full disk
 * does, with ENOSPC. The server ends with this JVM, however that ends.
 */
public final class SmallDisk implements TestDatabase.Server, AutoCloseable {
    private static final Path SCRIPT =
            Path.of("src", "test", "resources", "small-disk.sh").toAbsolutePath();
    private static final String SIZE = "160m";

    private final Process shell;
    private final int port;
    private final Writer commands;
    private final BufferedReader answers;

    private SmallDisk(Process shell, int port) {
        this.shell = shell;
        this.port = port;
        this.commands = shell.outputWriter(StandardCharsets.UTF_8);
        this.answers = shell.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Mounts it and makes a data folder on it. Where the machine doesn't let us, the test is skipped and the reason printed.
     *
     * @param options of mariadbd, beside those that each test's server has
     */
    public static SmallDisk mount(String... options) throws IOException {
        TestDatabase.running();
        Path folder = Files.createTempDirectory(TestDatabase.HOME, "small-disk-");
        Path said = Files.createFile(folder.resolveSibling(folder.getFileName() + ".log"));
        int port = freePort();
        SmallDisk disk;
        try {
            disk = new SmallDisk(shell(folder, said, port, options), port);
            disk.answer();
        } catch (IOException refused) {
            String reason = "skipped, no small disk can be mounted here: " + refused.getMessage() + ' '
                    + Files.readString(said);
            System.err.println(reason);
            return Assumptions.abort(reason);
        }
        disk.answer();
        return disk;
    }

    private static Process shell(Path folder, Path said, int port, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--mount", "sh"));
        String base = TestDatabase.HOME.resolve("base").toString();
        command.addAll(List.of(SCRIPT.toString(), folder.toString(), SIZE, base));
        command.addAll(TestDatabase.options());
        command.addAll(List.of("--port=" + port, "--socket="));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectError(said.toFile()).start();
    }

    /** Its server, started. */
    public TestDatabase database() throws Exception {
        return new TestDatabase(this, port);
    }

    @Override
    public void start() throws IOException {
        order("start");
    }

    /** As a power cut does. */
    @Override
    public void stop() throws IOException {
        order("kill");
    }

    /** To the last byte. */
    public void fill() throws IOException {
        order("fill");
    }

    /** What filled it is gone; nobody tells the server. */
    public void free() throws IOException {
        order("free");
    }

    private void order(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        answer();
    }

    private void answer() throws IOException {
        if (!Objects.equals(answers.readLine(), "done")) {
            throw new IOException("the small disk is gone");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        commands.close();
        shell.onExit().join();
    }
}
