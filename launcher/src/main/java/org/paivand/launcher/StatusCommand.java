package org.paivand.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.PartStatus;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Tell what runs from the state folder, where, and whether it is ready. Exit status 0: all is ready.")
final class StatusCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() throws IOException {
        Progress progress = new Progress(spec.commandLine().getOut());
        StateFolder state = options.state();
        List<PartStatus> parts = state.exists() ? PartStatus.all(state) : List.of();
        if (parts.isEmpty()) {
            progress.line("Nothing runs from " + state.root());
            return Paivand.FAILED;
        }
        parts.forEach(part -> progress.line("  " + part.line()));
        Optional<Stack> stack = Stack.runningIn(state);
        stack.ifPresent(running -> UpCommand.tell(running, progress));
        return stack.isPresent() && parts.stream().allMatch(PartStatus::ready) ? Paivand.DONE : Paivand.FAILED;
    }
}
