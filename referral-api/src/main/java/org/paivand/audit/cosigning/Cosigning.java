package org.paivand.audit.cosigning;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.SignedNote;
import org.paivand.database.Database;

/**
 * Shows one checkpoint to all witnesses at once and keeps what they answer. All are asked about the same size: witnesses that
 * were each asked about another one would never make a quorum of any.
 */
public final class Cosigning implements AutoCloseable {
    private final Database database;
    private final String origin;
    private final Acceptance acceptance;
    private final WitnessCaller caller;
    private final InstantSource clock;
    private final Duration patience;
    private final List<WitnessAddress> witnesses = new ArrayList<>();
    private final List<WitnessLink> links = new ArrayList<>();
    private final ExecutorService threads;
    private long counted;

    /**
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

    /** Offers the newest checkpoint to whoever hasn't cosigned it; returns when all have answered, or patience ends. */
    public void round() throws InterruptedException {
        Optional<Checkpoints.Published> newest =
                database.commit(tx -> new Checkpoints(tx.connection(), origin).newest());
        if (newest.isEmpty() || newest.get().size() == 0) {
            return;
        }
        Checkpoints.Published published = newest.get();
        if (counted != published.size()) {
            // Whoever died between keeping the last cosignature and counting it left this to us.
            count(published);
            counted = published.size();
        }
        List<WitnessLink> due =
                links().stream().filter(link -> link.isDue(published.size())).toList();
        if (!due.isEmpty()) {
            ask(due, published);
        }
    }

    private List<WitnessLink> links() {
        if (links.isEmpty()) {
            links.addAll(database.<List<WitnessLink>, RuntimeException>commit(tx -> {
                List<WitnessLink> known = new ArrayList<>();
                for (WitnessAddress witness : witnesses) {
                    long largest = new Cosignatures(tx.connection(), origin).largest(witness.key());
                    known.add(new WitnessLink(witness, caller, largest));
                }
                return known;
            }));
        }
        return links;
    }

    private void ask(List<WitnessLink> due, Checkpoints.Published published) throws InterruptedException {
        SignedNote note = note(published);
        List<Callable<Boolean>> questions = due.stream()
                .<Callable<Boolean>>map(link -> () -> {
                    keep(link, published, link.cosign(note, published.size(), this::growth));
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

    private ConsistencyProof growth(long older, long newer) throws LogUnavailableException {
        return database.commit(
                tx -> new LogProofs(new JdbcLogStore(tx.connection(), origin)).consistency(older, newer));
    }

    private void keep(WitnessLink link, Checkpoints.Published published, List<NoteSignature> cosignatures) {
        if (cosignatures.isEmpty()) {
            return;
        }
        database.<Boolean, RuntimeException>commit(tx -> {
            new Cosignatures(tx.connection(), origin)
                    .add(published.size(), link.key(), cosignatures.get(0), clock.instant());
            return true;
        });
        link.kept(published.size());
        count(published);
    }

    private void count(Checkpoints.Published published) {
        database.<Boolean, RuntimeException>commit(tx -> {
            try {
                new Cosignatures(tx.connection(), origin).countIfAccepted(published, acceptance, clock.instant());
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
