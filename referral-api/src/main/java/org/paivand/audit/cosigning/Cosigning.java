package org.paivand.audit.cosigning;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.paivand.audit.MalformedException;
import org.paivand.audit.jdbc.Acceptance;
import org.paivand.audit.jdbc.Checkpoints;
import org.paivand.audit.jdbc.Cosignatures;
import org.paivand.audit.jdbc.JdbcLogStore;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignedNote;
import org.paivand.database.Database;

/**
 * Shows one checkpoint of a log to all witnesses at once and keeps what they answer. All are asked about the same size: witnesses that
 * were each asked about another one would never make a quorum of any. A log that was succeeded is shown too, until it is witnessed to its end.
 */
public final class Cosigning implements AutoCloseable {
    private final Database database;
    private final String origin;
    private final Acceptance acceptance;
    private final WitnessCaller caller;
    private final InstantSource clock;
    private final Duration patience;
    private final List<WitnessAddress> witnesses = new ArrayList<>();
    private final Map<String, List<WitnessLink>> links = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();
    private final ExecutorService threads;

    /**
     * @param origin of the log that is written now
     * @param patience for a whole round: who answers later is asked again
     * @throws MalformedException if a witness has no URL, or one that isn't allowed
     */
    public Cosigning(
            Database database,
            String origin,
            Acceptance acceptance,
            WitnessCaller caller,
            Duration patience,
            InstantSource clock)
            throws MalformedException {
        this.database = database;
        this.origin = origin;
        this.acceptance = acceptance;
        this.caller = caller;
        this.patience = patience;
        this.clock = clock;
        for (var witness : acceptance.witnesses()) {
            witnesses.add(WitnessAddress.of(witness));
        }
        this.threads = Executors.newFixedThreadPool(Math.max(1, witnesses.size()), Cosigning::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "paivand-cosigning");
        thread.setDaemon(true);
        return thread;
    }

    /** Offers each log's newest checkpoint to whoever hasn't cosigned it; returns when all have answered, or patience ends. */
    public void round() throws InterruptedException {
        round(origin);
        List<String> before = database.commit(tx ->
                new Logs(tx.connection()).all().stream().map(Logs.Known::origin).toList());
        for (String log : before) {
            if (!log.equals(origin)) {
                round(log);
            }
        }
    }

    private void round(String log) throws InterruptedException {
        Optional<Checkpoints.Published> newest = database.commit(tx -> new Checkpoints(tx.connection(), log).newest());
        if (newest.isEmpty() || newest.get().size() == 0) {
            return;
        }
        Checkpoints.Published published = newest.get();
        if (counted.getOrDefault(log, 0L) != published.size()) {
            // Whoever died between keeping the last cosignature and counting it left this to us.
            count(log, published);
            counted.put(log, published.size());
        }
        List<WitnessLink> due =
                links(log).stream().filter(link -> link.isDue(published.size())).toList();
        if (!due.isEmpty()) {
            ask(log, due, published);
        }
    }

    private List<WitnessLink> links(String log) {
        return links.computeIfAbsent(
                log,
                of -> database.<List<WitnessLink>, RuntimeException>commit(tx -> {
                    List<WitnessLink> known = new ArrayList<>();
                    for (WitnessAddress witness : witnesses) {
                        long largest = new Cosignatures(tx.connection(), of).largest(witness.key());
                        known.add(new WitnessLink(witness, caller, largest));
                    }
                    return known;
                }));
    }

    private void ask(String log, List<WitnessLink> due, Checkpoints.Published published) throws InterruptedException {
        SignedNote note = note(published);
        List<Callable<Boolean>> questions = due.stream()
                .<Callable<Boolean>>map(link -> () -> {
                    keep(
                            log,
                            link,
                            published,
                            link.cosign(note, published.size(), (older, newer) -> growth(log, older, newer)));
                    return true;
                })
                .toList();
        List<Future<Boolean>> answers = threads.invokeAll(questions, patience.toMillis(), TimeUnit.MILLISECONDS);
        for (int i = 0; i < due.size(); i++) {
            if (answers.get(i).isCancelled()) {
                due.get(i).failed("no answer in time");
            }
        }
    }

    private ConsistencyProof growth(String log, long older, long newer) throws LogUnavailableException {
        return database.commit(tx -> new LogProofs(new JdbcLogStore(tx.connection(), log)).consistency(older, newer));
    }

    private void keep(String log, WitnessLink link, Checkpoints.Published published, List<NoteSignature> cosignatures) {
        if (cosignatures.isEmpty()) {
            return;
        }
        database.<Boolean, RuntimeException>commit(tx -> {
            new Cosignatures(tx.connection(), log)
                    .add(published.size(), link.key(), cosignatures.get(0), clock.instant());
            return true;
        });
        link.kept(published.size());
        count(log, published);
    }

    private void count(String log, Checkpoints.Published published) {
        database.<Boolean, RuntimeException>commit(tx -> {
            try {
                new Cosignatures(tx.connection(), log).countIfAccepted(published, acceptance, clock.instant());
                return true;
            } catch (MalformedException damaged) {
                throw new IllegalStateException("a published checkpoint is damaged", damaged);
            }
        });
    }

    private static SignedNote note(Checkpoints.Published published) {
        try {
            return published.signedNote();
        } catch (MalformedException damaged) {
            throw new IllegalStateException("a published checkpoint is damaged", damaged);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
