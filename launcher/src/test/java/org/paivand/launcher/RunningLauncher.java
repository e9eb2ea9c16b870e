package org.paivand.launcher;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.state.StateFolder;

/** The launcher as a person starts it: a process of its own, from the packaged jars. */
final class RunningLauncher {
    private final Process process;
    private final StateFolder state;

    private RunningLauncher(Process process, StateFolder state) {
        this.process = process;
        this.state = state;
    }

    /** Starts it and returns when it says that it is up. */
    static RunningLauncher up(StateFolder state, Path war, String... options) throws IOException {
        Process process = command(state, war, "up", options).start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            System.out.println(line);
            if (line.equals("Paivand is up.")) {
                return new RunningLauncher(process, state);
            }
        }
        return fail("the launcher ended: " + said);
    }

    /** Runs one command to its end. */
    static Outcome run(StateFolder state, String command, String... options) throws IOException, InterruptedException {
        return outcome(command(state, Path.of("none.war"), command, options));
    }

    /** The same, with the application that is packaged beside the launcher. */
    static Outcome runApplication(StateFolder state, String command, String... options)
            throws IOException, InterruptedException {
        Path war = Home.find().directory().resolve("paivand.war");
        return outcome(command(state, war, command, options));
    }

    /** Hands over to the verifier; needs no state folder. */
    static Outcome verify(Object... arguments) throws IOException, InterruptedException {
        List<String> line = launcher(Path.of("none.war"), "verify");
        List.of(arguments).forEach(argument -> line.add(argument.toString()));
        return outcome(new ProcessBuilder(line).redirectErrorStream(true));
    }

    private static Outcome outcome(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int exitStatus() throws InterruptedException {
        return process.waitFor();
    }

    /** Every process of the installation except the launcher, by what the state folder's ledger and the system tell. */
    List<ProcessHandle> parts() throws IOException {
        List<ProcessHandle> parts =
                new ArrayList<>(process.toHandle().descendants().toList());
        for (String name : state.ledger().names()) {
            parts.addAll(state.ledger().find(name));
        }
        parts.remove(process.toHandle());
        return parts.stream().distinct().toList();
    }

    private static ProcessBuilder command(StateFolder state, Path war, String command, String... options) {
        List<String> line = launcher(war, command);
        line.addAll(List.of("--state", state.root().toString()));
        line.addAll(List.of(options));
        return new ProcessBuilder(line).redirectErrorStream(true);
    }

    private static List<String> launcher(Path war, String command) {
        return new ArrayList<>(List.of(
                Home.java(),
                "-Dpaivand.war=" + war,
                "-cp",
                Home.find().directory().resolve("lib") + "/*",
                Paivand.class.getName(),
                command));
    }

    /** How a command ended. */
    record Outcome(int status, String said) {}
}
