package org.paivand.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.paivand.launcher.process.StartFailedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code paivand}. Exit status: 0 done, 1 failed or found a problem, 2 wrong usage. */
@Command(
        name = "paivand",
        description = "Consent-aware referrals for people who were trafficked.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            KeysCommand.class,
            AgencyCommand.class,
            LogCommand.class,
            VerifyCommand.class
        })
public final class Paivand {
    static final int DONE = 0;
    static final int FAILED = 1;

    private Paivand() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Paivand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Paivand::explain)
                .execute(arguments);
    }

    /** An expected failure is told by its message alone; a stack trace means a fault of ours. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof StartFailedException || failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return FAILED;
    }
}
