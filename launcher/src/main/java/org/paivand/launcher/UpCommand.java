package org.paivand.launcher;

import java.util.Map;
import java.util.concurrent.Callable;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.stack.Stack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start all parts and keep them running until Ctrl-C.")
final class UpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(spec.commandLine().getOut());
        Session session = new Session(options, progress, Map.of());
        return session.run((stack, run) -> {
            tell(stack, progress);
            return session.hold(run);
        });
    }

    static void tell(Stack stack, Progress progress) {
        progress.line("Paivand is up.");
        if (Ports.answersAt(stack.ports().http())) {
            progress.line("  API        " + stack.baseUrl() + "/api/v1");
            progress.line("  API docs   " + stack.baseUrl() + "/docs");
        }
        if (Ports.answersAt(stack.ports().keycloak())) {
            progress.line("  Keycloak   " + stack.issuer());
            progress.line("  Tokens     " + stack.tokenEndpoint());
        }
        if (Ports.answersAt(stack.ports().database())) {
            progress.line("  MariaDB    " + Ports.LOOPBACK + ":" + stack.ports().database());
        }
        progress.line("  Passwords  " + stack.state().root().resolve("secrets.properties"));
        progress.line("Ctrl-C ends it; ./paivand down does so from elsewhere.");
    }
}
