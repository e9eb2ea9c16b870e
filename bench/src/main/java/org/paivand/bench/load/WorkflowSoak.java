package org.paivand.bench.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paivand.launcher.stack.MariaDb;
import org.paivand.launcher.stack.PayaraMicro;
import org.paivand.launcher.stack.Stack;

/** Whether anything grows with time: every operation in turn at 8 connections, and after each round what node and database hold. */
public final class WorkflowSoak {
    private static final int CONNECTIONS = 8;
    private static final Duration EACH = Duration.ofSeconds(12);

    private WorkflowSoak() {}

    /** @param arguments folder for the installation, minutes */
    public static void main(String[] arguments) throws Exception {
        Duration whole = Duration.ofMinutes(Long.parseLong(arguments[1]));
        try (Installation installation =
                Installation.start(Path.of(arguments[0]).toAbsolutePath())) {
            Stack stack = installation.stack();
            Load load = new Load(stack);
            load.prepare();
            ProcessUse node = ProcessUse.of(stack.state(), PayaraMicro.NAME);
            ProcessUse database = ProcessUse.of(stack.state(), MariaDb.NAME);
            say(
                    "| minute | requests/s: empty, offer, inbox, open, pull | failed | node MiB | threads | files | MariaDB MiB |");
            say("|--:|---|--:|--:|--:|--:|--:|");
            long began = System.nanoTime();
            Duration passed = Duration.ZERO;
            while (passed.compareTo(whole) < 0) {
                List<Measured> round = new ArrayList<>();
                for (Operation operation : Operation.values()) {
                    round.add(load.measure(operation, CONNECTIONS, EACH));
                }
                passed = Duration.ofNanos(System.nanoTime() - began);
                say(
                        "| %.1f | %s | %d | %d | %d | %d | %d |",
                        passed.toMillis() / 60e3,
                        String.join(
                                ", ",
                                round.stream()
                                        .map(one -> String.format(Locale.ROOT, "%.0f", one.perSecond()))
                                        .toList()),
                        round.stream().mapToInt(Measured::failures).sum(),
                        node.residentMib(),
                        node.threads(),
                        node.openFiles(),
                        database.residentMib());
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
