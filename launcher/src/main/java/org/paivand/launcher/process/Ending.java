package org.paivand.launcher.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a process is ended: asked first (SIGTERM), forced after the grace, and never without those it started itself. */
public final class Ending {

    private Ending() {}

    /** Returns when the process and all its descendants are gone. */
    public static void of(ProcessHandle process, Duration grace) {
        List<ProcessHandle> tree = new ArrayList<>(process.descendants().toList());
        process.destroy();
        if (!goneWithin(process, grace)) {
            tree.addAll(process.descendants().toList());
            process.destroyForcibly();
        }
        for (ProcessHandle descendant : tree) {
            if (!goneWithin(descendant, Duration.ofMillis(200))) {
                descendant.destroyForcibly();
            }
        }
        tree.add(process);
        tree.forEach(each -> goneWithin(each, Duration.ofSeconds(10)));
    }

    private static boolean goneWithin(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
