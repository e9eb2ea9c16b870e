package org.paivand.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.approval.Approval;
import org.paivand.approval.ApprovalState;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

class DecidingAtOnceTest {
    private static final int ROUNDS = 25;
    private static final Caller CYRUS = Registrars.registrar("u-cyrus");

    @TempDir
    static Path directory;

    /** What one verdict came to: a state, or the code of a refusal. */
    private record Came(String to) {}

    @Test
    void letsExactlyOneOfTwoRegistrarsDecideAnApproval() throws Exception {
        try (Registrars registrars = registrars()) {
            for (int round = 1; round <= ROUNDS; round++) {
                Approval proposed = registrars.propose(
                        Registrars.ANORA, Samples.agreement("corridor-tj-uz", round, Samples.countries("TJ", "UZ")));

                List<Came> came = atOnce(
                        verdict(registrars, Registrars.BAHROM, proposed, Verdict.CONFIRM),
                        verdict(registrars, CYRUS, proposed, Verdict.REJECT));

                assertEquals(
                        1,
                        came.stream()
                                .filter(new Came(ProblemCode.CONFLICT.code())::equals)
                                .count());
                assertEquals(2L * round, registrars.log.count("paivand_log.event"));
                assertEquals(
                        registrars.log.number("SELECT COUNT(*) FROM paivand.approval WHERE state = 'confirmed'"),
                        registrars.log.count("paivand.agreement"));
            }
        }
    }

    @Test
    void letsExactlyOneOfTwoContradictingAgreementsIn() throws Exception {
        try (Registrars registrars = registrars()) {
            for (int round = 1; round <= ROUNDS; round++) {
                registrars.log.execute("TRUNCATE paivand.agreement");
                Approval one = registrars.propose(
                        Registrars.ANORA, Samples.agreement("one", 1, Samples.countries("UZ", "TJ")));
                Approval other = registrars.propose(
                        Registrars.ANORA,
                        Samples.kept(Samples.agreement("other", 1, Samples.countries("TJ", "UZ")), 30));

                List<Came> came = atOnce(
                        verdict(registrars, Registrars.BAHROM, one, Verdict.CONFIRM),
                        verdict(registrars, CYRUS, other, Verdict.CONFIRM));

                assertTrue(came.contains(new Came(ApprovalState.CONFIRMED.code())));
                assertTrue(came.contains(new Came(ProblemCode.CONFLICT.code())));
                assertEquals(1, registrars.log.count("paivand.agreement"));
            }
        }
    }

    private static Registrars registrars() throws Exception {
        return new Registrars(new CaseTokens(TestKeystores.complete(directory, UUID.randomUUID() + ".p12")));
    }

    private static Callable<Came> verdict(Registrars registrars, Caller caller, Approval approval, Verdict verdict) {
        return () -> {
            try {
                return new Came(registrars
                        .approvals
                        .decide(caller, UUID.randomUUID(), approval.proposal().id(), verdict)
                        .state()
                        .code());
            } catch (ProblemException refusal) {
                return new Came(refusal.code().code());
            }
        };
    }

    private static List<Came> atOnce(Callable<Came> first, Callable<Came> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Came>> running = new ArrayList<>();
            for (Callable<Came> task : List.of(first, second)) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<Came> came = new ArrayList<>();
            for (Future<Came> one : running) {
                came.add(one.get(30, TimeUnit.SECONDS));
            }
            return came;
        } finally {
            threads.shutdownNow();
        }
    }
}
