package org.paivand.audit.sequencer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.TestLog;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.disclosure.event.LogSuccession;

/** Real processes, killed in the middle of a succession, at each kind of step it has. */
@Timeout(180)
class SuccessionCrashTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Optional<LogSuccession> YEAR = Optional.of(LogSuccession.YEAR);

    @TempDir
    Path folder;

    private final List<LeaderProcess> started = new ArrayList<>();
    private final TestLog log;

    SuccessionCrashTest() throws Exception {
        log = TestLog.withoutLogs();
    }

    @AfterEach
    void endProcesses() {
        started.forEach(LeaderProcess::kill);
        log.close();
    }

    @Test
    void oneLogFollowsAnotherWhereverItsLeaderWasKilled() throws Exception {
        TestKeystores.complete(folder, "node.p12");
        ChainOfLogs chain = new ChainOfLogs(folder, log.database);
        List<Step> steps = List.copyOf(EnumSet.of(
                Step.LEASE_CONFIRMED,
                Step.APPENDED,
                Step.PENDING_DELETED,
                Step.SIGNED,
                Step.CHECKPOINT_WRITTEN,
                Step.LOG_DECLARED,
                Step.LOG_OPENED,
                Step.SETTLED));
        List<String> origins = new ArrayList<>();
        begin(chain, origins);
        for (Step step : steps) {
            String origin = "log.paivand.test/" + step.name().toLowerCase(java.util.Locale.ROOT);
            ChainOfLogs.makeKey(folder, origin);
            origins.add(origin);
            log.append(3);

            LeaderProcess killed = LeaderProcess.start(folder, step, SHORT, origin);
            started.add(killed);
            killed.hear("REACHED");
            killed.kill();
            lead(chain, origin);
        }

        WrittenLogs written = new WrittenLogs();
        for (int i = 1; i < origins.size(); i++) {
            String before = origins.get(i - 1);
            int end = written.entries(before).size();
            assertEquals(origins.get(i), written.change(before, end - 1).log());
            var previous = written.change(origins.get(i), 0).previous().orElseThrow();
            assertEquals(before, previous.log());
            assertEquals(end, previous.size());
            written.checkpoint(before, chain.key(before).verifierKey());
        }
        written.requireWhole();
    }

    private void begin(ChainOfLogs chain, List<String> origins) throws Exception {
        String first = "log.paivand.test/first";
        ChainOfLogs.makeKey(folder, first);
        origins.add(first);
        lead(chain, first);
    }

    /** Until all is signed for. */
    private void lead(ChainOfLogs chain, String origin) throws Exception {
        try (SequencerRunner runner = chain.runner(origin, YEAR, SHORT, step -> {})) {
            runner.start();
            TestLog.await(
                    "all entries to be signed for",
                    () -> log.count("paivand.log_pending") == 0
                            && log.number("SELECT COALESCE(MAX(size), 0) FROM paivand_log.checkpoint WHERE origin = '"
                                            + origin + "'")
                                    == log.number(
                                            "SELECT COALESCE(MAX(size), -1) FROM paivand.log_head WHERE origin = '"
                                                    + origin + "'"));
        }
    }
}
