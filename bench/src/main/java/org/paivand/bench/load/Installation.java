package org.paivand.bench.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.process.StartFailedException;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.Part;
import org.paivand.launcher.stack.PayaraMicro;
import org.paivand.launcher.stack.Ports;
import org.paivand.launcher.stack.Stack;
import org.paivand.launcher.stack.StackRun;
import org.paivand.launcher.state.StateFolder;

/** All parts, started from nothing on free ports, and ended with this process however it ends. */
public final class Installation implements AutoCloseable {
    /** Not the usual ones, which another installation on this machine may take while this one starts. */
    private static final Ports WISHED = new Ports(28080, 28180, 23307);

    private static final Pattern NODE_READY = Pattern.compile("\\bnode +ready, ([0-9.]+) s");

    private final StackRun run;
    private final Stack stack;
    private final Ready ready;

    private Installation(StackRun run, Stack stack, Ready ready) {
        this.run = run;
        this.stack = stack;
        this.ready = ready;
    }

    /** @param folder is emptied first */
    public static Installation start(Path folder) throws IOException, StartFailedException, InterruptedException {
        empty(folder);
        StateFolder state = new StateFolder(folder);
        Told told = new Told(state);
        Progress progress = new Progress(new PrintWriter(told));
        // Our own command line names the folder.
        StackRun run = StackRun.prepare(state, folder.toString(), progress);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(run), "end-all-parts"));
        try {
            Stack stack = run.start(Home.find(), WISHED.orFree(), EnumSet.allOf(Part.class), Map.of(), progress);
            return new Installation(run, stack, told.ready());
        } catch (StartFailedException failed) {
            end(run);
            throw failed;
        }
    }

    public Stack stack() {
        return stack;
    }

    public Ready ready() {
        return ready;
    }

    /**
     * How the node came up.
     *
     * @param seconds from the start of its process, which is when the database is ready, to its readiness
     * @param cpu processor time it took until then
     */
    public record Ready(double seconds, Duration cpu) {}

    @Override
    public void close() {
        end(run);
    }

    private static void end(StackRun run) {
        try {
            run.close();
        } catch (IOException unwritable) {
            System.err.println("The state folder could not be tidied: " + unwritable.getMessage());
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** Shows what the launcher tells, and notes when it says that the node is ready. */
    private static final class Told extends Writer {
        private final StateFolder state;
        private Optional<Ready> ready = Optional.empty();

        Told(StateFolder state) {
            this.state = state;
        }

        Ready ready() {
            return ready.orElseThrow(() -> new IllegalStateException("the launcher told nothing of the node"));
        }

        @Override
        public void write(char[] letters, int offset, int length) throws IOException {
            String text = String.valueOf(letters, offset, length);
            System.out.print(text);
            Matcher line = NODE_READY.matcher(text);
            if (line.find()) {
                Duration cpu = ProcessUse.of(state, PayaraMicro.NAME).cpu();
                ready = Optional.of(new Ready(Double.parseDouble(line.group(1)), cpu));
            }
        }

        @Override
        public void flush() {
            System.out.flush();
        }

        @Override
        public void close() {
            flush();
        }
    }
}
