package org.paivand.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.launcher.demo.Demo;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.Leftovers;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Start all parts and show one referral from police to shelter; an installation that runs is used.")
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions options = new StackOptions();

    @Option(
            names = "--once",
            description = "End everything after the demonstration; exit status 0 only if all went well.")
    private boolean once;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out);
        Optional<Stack> running = running(options.state());
        if (running.isPresent()) {
            progress.line("Using what runs from " + options.state().root());
            return statusOf(new Demo(running.get(), out));
        }
        Session session = new Session(options, progress, Demo.SETTINGS);
        return session.run((stack, run) -> {
            int status = statusOf(new Demo(stack, out));
            if (once) {
                return status;
            }
            UpCommand.tell(stack, progress);
            progress.line("  Here       emergencies get 20 seconds for an answer; ./paivand up gives them a day");
            progress.line("  Accounts   " + String.join(", ", Demo.ACCOUNTS) + "; passwords: user.NAME in that file");
            progress.line("  A tour     docs/tour.md");
            return Math.max(status, session.hold(run));
        });
    }

    private static int statusOf(Demo demo) throws InterruptedException {
        return demo.run() ? Paivand.DONE : Paivand.FAILED;
    }

    private static Optional<Stack> running(StateFolder state) throws IOException {
        return state.exists() && !state.ledger().find(Leftovers.LAUNCHER).isEmpty()
                ? Stack.runningIn(state)
                : Optional.empty();
    }
}
