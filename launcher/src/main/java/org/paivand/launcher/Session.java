package org.paivand.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.stack.StackRun;
import org.paivand.launcher.state.StateFolder;

/** Runs an installation in the foreground: started, used, and ended with this process, however it is asked to end. */
final class Session {
    private final StackOptions options;
    private final Progress progress;
    private final Map<String, String> settings;

    Session(StackOptions options, Progress progress, Map<String, String> settings) {
        this.options = options;
        this.progress = progress;
        this.settings = Map.copyOf(settings);
    }

    /** What is done while the installation runs; its value is the exit status. */
    interface Use {
        int with(Stack stack, StackRun run) throws IOException, InterruptedException;
    }

    int run(Use use) throws IOException, StartFailedException, InterruptedException {
        StateFolder state = options.state();
        if (state.liesInTemporaryFolder()) {
            throw new StartFailedException(
                    "The state folder " + state.root()
                            + " lies in the folder for temporary files, where data does not last. Choose another with --state DIR.");
        }
        StackRun run = StackRun.prepare(state, Paivand.class.getName(), progress);
        Thread hook = new Thread(() -> end(run), "end-all-parts");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            progress.line("Starting Paivand from " + state.root() + " (the first start takes about two minutes)");
            return use.with(run.start(Home.find(), options.ports(), options.parts(), settings, progress), run);
        } catch (StartFailedException failed) {
            if (run.closing()) { // it failed because we end it
                return Paivand.FAILED;
            }
            throw failed;
        } finally {
            end(run);
        }
    }

    /** Waits for the end of a part; a signal ends all parts by the shutdown hook, and the process with it. */
    int hold(StackRun run) throws InterruptedException {
        Optional<String> fallen = run.awaitEnd();
        fallen.ifPresent(name -> progress.line(
                name + " ended by itself; see " + options.state().logs().resolve(name + ".log")));
        return fallen.isPresent() ? Paivand.FAILED : Paivand.DONE;
    }

    private void end(StackRun run) {
        try {
            run.close();
        } catch (IOException unwritable) {
            progress.line("The state folder could not be tidied: " + unwritable.getMessage());
        }
    }
}
