package org.paivand.verifier;

import org.paivand.verifier.witness.WitnessCommand;
import org.paivand.verifier.witness.WitnessKeyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The stand-alone jar. */
@Command(
        name = "paivand-verifier",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            VerifyDirectoryCommand.class,
            ExportCommand.class,
            WitnessCommand.class,
            WitnessKeyCommand.class
        },
        description = "Checks evidence of the Paivand disclosure log and signed directories, or witnesses logs.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
