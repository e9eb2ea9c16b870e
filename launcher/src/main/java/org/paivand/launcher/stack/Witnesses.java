package org.paivand.launcher.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.VerifierKey;
import org.paivand.launcher.process.Child;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.process.Supervisor;
import org.paivand.launcher.state.PrivateFile;
import org.paivand.launcher.state.StateFolder;

/**
 * Two witnesses of the log, each a process of the verifier's jar with a key and a state of its own. In earnest they belong to
 * others, on machines of theirs: that one operator runs them shows how it works, and proves nothing.
 */
final class Witnesses {
    /** In the policy. */
    static final List<String> NAMES = List.of("ombudsman", "ngo");

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final String LISTENING = "listening ";

    private final Home home;
    private final Path folder;

    Witnesses(Home home, Path folder) {
        this.home = home;
        this.folder = folder;
    }

    /** The name of its process and of its log. */
    static String process(String name) {
        return "witness-" + name;
    }

    /** Where the process of that name answers, if it is a witness. */
    static Optional<URI> url(StateFolder state, String process) {
        try {
            return WitnessPolicy.parse(Files.readAllBytes(state.witnessPolicy())).witnesses().stream()
                    .filter(witness -> process(witness.name()).equals(process))
                    .flatMap(witness -> witness.url().stream())
                    .map(URI::create)
                    .findFirst();
        } catch (IOException | MalformedException noneYet) {
            return Optional.empty();
        }
    }

    /**
     * Returns when each listens.
     *
     * @param logLines name the logs that they witness
     */
    List<KnownWitness> start(Supervisor supervisor, String logLines, Progress progress)
            throws IOException, StartFailedException, InterruptedException {
        if (!Files.isRegularFile(home.verifier())) {
            throw new StartFailedException("The verifier " + home.verifier() + " is missing: run mvn package");
        }
        PrivateFile.folder(folder);
        List<Child> children = new ArrayList<>();
        for (String name : NAMES) {
            children.add(launch(supervisor, name, logLines));
        }
        List<KnownWitness> running = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            Child child = children.get(i);
            child.awaitReady(() -> !child.logLines(LISTENING).isEmpty(), START_LIMIT, progress);
            running.add(known(NAMES.get(i), child));
        }
        return running;
    }

    private Child launch(Supervisor supervisor, String name, String logLines)
            throws IOException, StartFailedException, InterruptedException {
        Path own = PrivateFile.folder(folder.resolve(name));
        Path key = own.resolve("key.pem");
        String keyName = "paivand.local/witness/" + name;
        if (Files.notExists(key)) {
            makeKey(key, keyName);
        }
        Path logs = own.resolve("logs");
        PrivateFile.write(logs, logLines + "quorum none\n");
        Path state = own.resolve("state");
        List<String> command = java();
        command.addAll(List.of("witness", "--key", key.toString(), "--name", keyName));
        command.addAll(List.of("--logs", logs.toString(), "--state", state.toString()));
        return supervisor.start(process(name), new ProcessBuilder(command), state.toString());
    }

    private void makeKey(Path key, String keyName) throws IOException, StartFailedException, InterruptedException {
        List<String> command = java();
        command.addAll(List.of("witness-key", "--key", key.toString(), "--name", keyName));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StartFailedException("The key of a witness could not be made:\n" + said);
        }
    }

    private List<String> java() {
        return new ArrayList<>(List.of(
                Home.java(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                home.verifier().toString()));
    }

    /** By the one line with which a witness says where it listens: {@code listening URL KEY}. */
    private static KnownWitness known(String name, Child child) throws StartFailedException {
        String[] words = child.logLines(LISTENING).get(0).split(" ", 3);
        try {
            return new KnownWitness(name, VerifierKey.parse(words[2]), Optional.of(words[1]));
        } catch (MalformedException unexpected) {
            throw new StartFailedException(child.name() + " doesn't say its key");
        }
    }
}
