package org.paivand.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.NavigableSet;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.state.Keystore;
import org.paivand.launcher.state.StateFolder;
import org.paivand.launcher.state.WrappingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The generations of the keys that wrap the keys of cases and of years. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The keys that wrap case keys and the openings' keys: list, rotate, retire. The node may run.")
final class KeysCommand {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Show how many keys each generation wraps.")
    int list(@Mixin StackOptions options) throws IOException, StartFailedException {
        StateFolder state = started(options);
        for (WrappingKey key : WrappingKey.values()) {
            print(state, key);
        }
        return Paivand.DONE;
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description =
                    "Add a generation. A node that runs wraps everything by it within a minute; one that doesn't, at its start.")
    int rotate(@Mixin StackOptions options, @Option(names = "--key", defaultValue = "master") WrappingKey key)
            throws IOException, StartFailedException, InterruptedException {
        StateFolder state = started(options);
        Keystore keystore = new Keystore(state.keys());
        String password = state.secrets().of("keys.password");
        keystore.addGeneration(
                password, key, keystore.generations(password, key).last() + 1);
        print(state, key);
        return Paivand.DONE;
    }

    @Command(
            name = "retire",
            mixinStandardHelpOptions = true,
            description = "Take out the master key's generations that wrap nothing any more.")
    int retire(@Mixin StackOptions options) throws IOException, StartFailedException, InterruptedException {
        StateFolder state = started(options);
        Keystore keystore = new Keystore(state.keys());
        String password = state.secrets().of("keys.password");
        NavigableSet<Integer> generations = keystore.generations(password, WrappingKey.MASTER);
        for (int generation : generations.headSet(generations.last())) {
            if (!WrappingKey.MASTER.uses(keystore.caseKeys()).containsKey(generation)) {
                keystore.removeGeneration(password, WrappingKey.MASTER, generation);
            }
        }
        print(state, WrappingKey.MASTER);
        return Paivand.DONE;
    }

    private void print(StateFolder state, WrappingKey key) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Keystore keystore = new Keystore(state.keys());
        for (int generation : keystore.generations(state.secrets().of("keys.password"), key)) {
            int uses = key.uses(keystore.caseKeys()).getOrDefault(generation, 0);
            out.println(key.name().toLowerCase(Locale.ROOT) + "\t" + generation + "\twraps " + uses);
        }
    }

    private static StateFolder started(StackOptions options) throws StartFailedException {
        StateFolder state = options.state();
        if (!state.exists()) {
            throw new StartFailedException("Nothing was ever started from " + state.root());
        }
        return state;
    }
}
