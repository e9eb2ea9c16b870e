package org.paivand.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.state.InstanceLock;
import org.paivand.launcher.state.Keystore;
import org.paivand.launcher.state.LogNames;
import org.paivand.launcher.state.Secrets;
import org.paivand.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The logs of an installation, one after another. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The logs of this installation: list them, or have a new one follow.")
final class LogCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Why a log ends; the words are those of its entry. */
    enum Reason {
        YEAR,
        KEY,
        RECOVERY
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description =
                    "Make a key and a name for a new log. The node, which must not run now, begins it at its next start"
                            + " and names the last checkpoint that was signed.")
    int begin(
            @Mixin StackOptions options,
            @Option(
                            names = "--reason",
                            required = true,
                            paramLabel = "year|key|recovery",
                            description = "recovery: the database was restored to less than what had been signed.")
                    Reason reason)
            throws IOException, StartFailedException, InterruptedException {
        StateFolder state = options.state();
        PrintWriter out = spec.commandLine().getOut();
        InstanceLock held = lock(state);
        try {
            Secrets secrets = state.secrets();
            Keystore keystore = new Keystore(state.keys());
            LogNames.Log log = LogNames.beside(keystore)
                    .follow(keystore, secrets, reason.name().toLowerCase(Locale.ROOT));
            out.println("The next start begins the log " + log.origin());
            out.println("Give your auditors and witnesses this line, by hand:");
            out.println("log " + log.key().text());
        } finally {
            held.close();
        }
        return Paivand.DONE;
    }

    private static InstanceLock lock(StateFolder state) throws IOException, StartFailedException {
        if (!state.exists()) {
            throw new StartFailedException("Nothing was ever started from " + state.root());
        }
        return InstanceLock.take(state)
                .orElseThrow(() -> new StartFailedException("End the node first: ./paivand down"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Show each log's key, the newest last.")
    int list(@Mixin StackOptions options) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (LogNames.Log log :
                LogNames.beside(new Keystore(options.state().keys())).all()) {
            out.println(log.reason() + "\t" + log.key().text());
        }
        return Paivand.DONE;
    }
}
