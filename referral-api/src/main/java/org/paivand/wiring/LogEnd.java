package org.paivand.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import org.paivand.audit.check.LogCheck;
import org.paivand.audit.check.SelfCheck;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.cosigning.CosigningRunner;
import org.paivand.audit.jdbc.JdbcLogState;
import org.paivand.audit.jdbc.SearchIndexer;
import org.paivand.audit.key.KeystoreSigners;
import org.paivand.audit.key.UnusableSigningKeyException;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.sequencer.ChangeRecord;
import org.paivand.audit.sequencer.LogMemory;
import org.paivand.audit.sequencer.Sequencer;
import org.paivand.audit.sequencer.SequencerRunner;
import org.paivand.audit.sequencer.Succession;
import org.paivand.database.Database;
import org.paivand.entry.LogState;
import org.paivand.entry.LogStatus;
import org.paivand.entry.WitnessState;
import org.paivand.lease.Leases;
import org.paivand.lease.Rounds;
import org.paivand.lease.jdbc.JdbcLeases;

/** The log's writing end: it gives entries their index, signs, has witnesses sign, and checks itself. Works until it is closed. */
final class LogEnd implements AutoCloseable {
    private static final int POOL = 3;
    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration LOOK_FOR_FULL_TILES = Duration.ofMillis(500);

    final KeystoreSigners signingKeys;
    final LogState state;
    final Witnesses witnessing;
    final WitnessState witnesses;
    final Leases leases;
    final Database database;

    private final HikariDataSource pool;
    private final SequencerRunner sequencer;
    private final SelfCheck selfCheck;
    private final Rounds searchTiles;
    private final CosigningRunner cosigning;

    /** @param requests the database as requests use it; the log's own work has connections of its own */
    LogEnd(Settings settings, Sealing sealing, Database requests, Clock clock) throws UnusableSigningKeyException {
        this.signingKeys = KeystoreSigners.open(settings.signingKeys());
        NoteSigner signingKey = signingKeys.require(settings.logOrigin());
        this.pool = settings.database().pool(POOL);
        this.database = new Database(pool);
        this.leases = new JdbcLeases(database);
        LogMemory memory = new LogMemory(
                new SignedLogs(
                        settings.keystore().toAbsolutePath().resolveSibling(".").normalize()),
                signingKeys);
        this.sequencer = new SequencerRunner(
                new Succession(
                        database,
                        leases,
                        memory,
                        signingKey,
                        settings.logReason(),
                        new ChangeRecord(sealing.journal, settings.operator()),
                        clock,
                        step -> {}),
                new Sequencer(database, leases, memory.signer(signingKey), settings.logOrigin(), clock, step -> {}),
                leases,
                LEASE);
        this.state = new JdbcLogState(
                requests, settings.logOrigin(), settings.maxLag(), sequencer::signer, clock, settings.maxStepBack());
        this.witnessing = Witnesses.load(settings);
        this.witnesses = witnessing.state(requests, clock);
        this.cosigning = witnessing.cosigning(requests, clock, () -> sequencer.signer() == LogStatus.Signer.SOUND);
        this.searchTiles =
                Rounds.whileThereIsMore("search-tiles", LOOK_FOR_FULL_TILES, new SearchIndexer(requests)::step);
        this.selfCheck = new SelfCheck(new LogCheck(database, sealing.vault), leases, settings.checkEvery());
    }

    /** Waits for the check of what was there before. */
    void check() {
        selfCheck.start();
    }

    void start() {
        sequencer.start();
        searchTiles.start();
        cosigning.start();
    }

    @Override
    public void close() {
        selfCheck.close();
        searchTiles.close();
        cosigning.close();
        sequencer.close();
        database.close();
        pool.close();
    }
}
