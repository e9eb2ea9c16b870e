package org.paivand.launcher.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.paivand.launcher.process.Ending;
import org.paivand.launcher.process.Ledger;
import org.paivand.launcher.process.Progress;
import org.paivand.launcher.state.StateFolder;

/** Parts whose launcher was killed before it could end them. */
public final class Leftovers {
    /** The name in the ledger of the launcher itself. */
    public static final String LAUNCHER = "launcher";

    /** The launcher ends three parts one after the other, each with a grace of its own. */
    private static final Duration LAUNCHER_GRACE = Duration.ofSeconds(70);

    private static final Duration PART_GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /**
     * Ends the launcher, if there is one, which ends its parts; then whatever is left.
     *
     * @return how many processes were asked to end
     */
    public static int end(StateFolder state, Progress progress) throws IOException {
        Ledger ledger = state.ledger();
        int ended = end(ledger, LAUNCHER, LAUNCHER_GRACE, progress);
        for (String name : List.of(PayaraMicro.NAME, MariaDb.NAME, Keycloak.NAME)) {
            ended += end(ledger, name, PART_GRACE, progress);
        }
        for (String name : Witnesses.NAMES) {
            ended += end(ledger, Witnesses.process(name), PART_GRACE, progress);
        }
        Stack.withdraw(state);
        return ended;
    }

    private static int end(Ledger ledger, String name, Duration grace, Progress progress) throws IOException {
        List<ProcessHandle> living = ledger.find(name);
        for (ProcessHandle process : living) {
            progress.line("  ending " + name + ", process " + process.pid());
            Ending.of(process, grace);
        }
        ledger.forget(name);
        return living.size();
    }
}
