package org.paivand.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.paivand.launcher.stack.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Hands over to the verifier's jar, which an auditor also runs without the rest of Paivand. */
@Command(
        name = "verify",
        description = "Check an evidence bundle with no network and no server: verify --trust POLICY FILE.")
final class VerifyCommand implements Callable<Integer> {

    /** Options too: they are the verifier's to understand. */
    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Home.java(), "-jar", Home.find().verifier().toString(), "verify"));
        command.addAll(arguments);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
