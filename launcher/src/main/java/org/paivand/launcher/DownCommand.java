package org.paivand.launcher;

import java.util.concurrent.Callable;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.stack.Leftovers;
import org.paivand.launcher.state.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "End what runs from the state folder, also what a killed launcher left behind.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StackOptions options = new StackOptions();

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(spec.commandLine().getOut());
        StateFolder state = options.state();
        int ended = state.exists() ? Leftovers.end(state, progress) : 0;
        progress.line(ended == 0 ? "Nothing runs from " + state.root() : "All ended.");
        return Paivand.DONE;
    }
}
