package org.paivand.verifier;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The stand-alone jar. */
@Command(
        name = "paivand-verifier",
        mixinStandardHelpOptions = true,
        subcommands = {VerifyCommand.class, ExportCommand.class},
        description = "Checks evidence of the Paivand disclosure log.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }
}
