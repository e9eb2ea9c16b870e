package org.paivand.audit.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.jdbc.CheckpointRefusedException;
import org.paivand.audit.jdbc.EvidenceBundles;
import org.paivand.audit.jdbc.EvidencePlan;
import org.paivand.audit.jdbc.EvidencePlans;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.proof.LogProof;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;
import org.paivand.entry.WitnessState;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Taking evidence away. That it leaves, and how much, is committed before it does. */
public final class EvidenceDesk {
    private static final System.Logger LOG = System.getLogger(EvidenceDesk.class.getName());
    private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final EntrySearch search;
    private final EvidencePlans plans;
    private final EvidenceBundles bundles;
    private final Accesses accesses;
    private final LogState log;
    private final WitnessState witnesses;

    public EvidenceDesk(
            Database database,
            EntrySearch search,
            EvidencePlans plans,
            EvidenceBundles bundles,
            Accesses accesses,
            LogState log,
            WitnessState witnesses) {
        this.database = database;
        this.search = search;
        this.plans = plans;
        this.bundles = bundles;
        this.accesses = accesses;
        this.log = log;
        this.witnesses = witnesses;
    }

    /**
     * Makes a bundle.
     *
     * @return a temporary file that the caller deletes; empty if there is no entry of what is wanted
     * @throws ProblemException {@code witness-quorum-stale}; nothing was logged. {@code opening-shredded} if all that is wanted singly
     *     was shredded
     * @throws CheckpointRefusedException if the auditor's checkpoint doesn't fit; that it was shown is an entry by then
     */
    public Optional<Path> bundle(Caller caller, UUID exchange, EvidenceWanted wanted)
            throws CheckpointRefusedException, LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        witnesses.requireQuorum();
        Optional<EvidencePlan> plan = plan(caller, exchange, wanted);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        EvidencePlan shown = shown(caller, exchange, plan.get());
        record(caller, exchange, shown);
        return Optional.of(written(shown));
    }

    /**
     * One entry, its opening and its proof as a file; empty if there is no such event.
     *
     * @throws ProblemException as {@link #bundle}
     */
    public Optional<LogProof> proof(Caller caller, UUID exchange, UUID eventId)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        witnesses.requireQuorum();
        Optional<EvidencePlan> plan = plans.single(eventId, CHECKPOINT_PATIENCE);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        EvidencePlan shown = shown(caller, exchange, plan.get());
        record(caller, exchange, shown);
        return Optional.of(bundles.proof(shown));
    }

    /** That it was asked for is an entry, also where nothing of it can be shown. */
    private EvidencePlan shown(Caller caller, UUID exchange, EvidencePlan plan) {
        EvidencePlan shown = bundles.withoutShredded(plan);
        if (shown.entries() == 0 && plan.entries() > 0) {
            record(caller, exchange, shown);
            throw ProblemException.of(ProblemCode.OPENING_SHREDDED);
        }
        return shown;
    }

    private Optional<EvidencePlan> plan(Caller caller, UUID exchange, EvidenceWanted wanted)
            throws CheckpointRefusedException, LogNotWritableException, LogUnavailableException {
        if (wanted instanceof EvidenceWanted.Period period) {
            return plans.plan(period.log(), period.from(), period.to(), CHECKPOINT_PATIENCE);
        }
        if (wanted instanceof EvidenceWanted.OfAgency agency) {
            return plans.ofAgency(agency.log(), agency.agency(), agency.from(), agency.to(), CHECKPOINT_PATIENCE);
        }
        if (wanted instanceof EvidenceWanted.OfCase one) {
            Optional<Hash> token = database.commit(tx -> search.caseOf(tx, one.eventId()));
            return token.isEmpty() ? Optional.empty() : plans.ofCase(one.eventId(), token.get(), CHECKPOINT_PATIENCE);
        }
        return since(caller, exchange, (EvidenceWanted.Since) wanted);
    }

    private Optional<EvidencePlan> since(Caller caller, UUID exchange, EvidenceWanted.Since wanted)
            throws CheckpointRefusedException, LogNotWritableException, LogUnavailableException {
        try {
            return plans.since(wanted.checkpoint(), CHECKPOINT_PATIENCE);
        } catch (CheckpointRefusedException refused) {
            if (refused.reason() == CheckpointRefusedException.Reason.CONTRADICTED) {
                LOG.log(
                        Level.ERROR,
                        "ALARM: an auditor holds a checkpoint that the log contradicts, exchange {0}",
                        exchange);
            }
            String shown = new String(wanted.checkpoint().encode(), StandardCharsets.UTF_8);
            database.<Boolean, RuntimeException>commit(transaction -> {
                accesses.write(transaction, caller, exchange, AuditorAction.READ, shown, 0);
                return true;
            });
            throw refused;
        }
    }

    private void record(Caller caller, UUID exchange, EvidencePlan plan) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            accesses.write(transaction, caller, exchange, plan);
            return true;
        });
    }

    private Path written(EvidencePlan plan) throws LogUnavailableException {
        try {
            Path file = Files.createTempFile("paivand-evidence-", ".zip");
            try (var out = Files.newOutputStream(file)) {
                bundles.write(plan, out);
                return file;
            } catch (IOException | LogUnavailableException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
