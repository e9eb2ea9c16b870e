package org.paivand.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.cosigning.Cosigning;
import org.paivand.audit.cosigning.CosigningRunner;
import org.paivand.audit.cosigning.WitnessCaller;
import org.paivand.audit.jdbc.Acceptance;
import org.paivand.audit.jdbc.JdbcWitnessState;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.witness.Witness;
import org.paivand.casefile.key.UnusableKeystoreException;
import org.paivand.casefile.key.WitnessKey;
import org.paivand.database.Database;
import org.paivand.entry.WitnessState;
import org.paivand.witness.jdbc.JdbcWitnessedHeads;

/** What the settings on witnesses come to, in both directions; a file that can't be read or believed stops the start. */
final class Witnesses {
    private static final int MAX_POLICY_BYTES = 65_536;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private final Settings settings;
    private final Acceptance acceptance;

    private Witnesses(Settings settings, Acceptance acceptance) {
        this.settings = settings;
        this.acceptance = acceptance;
    }

    static Witnesses load(Settings settings) {
        Optional<Path> policy = settings.witnessing().witnesses();
        if (policy.isEmpty()) {
            return new Witnesses(settings, Acceptance.EVERY);
        }
        try {
            return new Witnesses(settings, Acceptance.by(read(policy.get())));
        } catch (MalformedException malformed) {
            throw new IllegalStateException("paivand.log.witnesses: " + malformed.reason(), malformed);
        }
    }

    Acceptance acceptance() {
        return acceptance;
    }

    WitnessState state(Database database, Clock clock) {
        return new JdbcWitnessState(
                database,
                settings.logOrigin(),
                acceptance,
                settings.witnessing().maxLag(),
                clock);
    }

    CosigningRunner cosigning(Database database, Clock clock, BooleanSupplier leads) {
        try {
            Cosigning rounds =
                    new Cosigning(database, settings.logOrigin(), acceptance, new WitnessCaller(TIMEOUT), ROUND, clock);
            return new CosigningRunner(rounds, leads);
        } catch (MalformedException malformed) {
            throw new IllegalStateException("paivand.log.witnesses: " + malformed.reason(), malformed);
        }
    }

    /** This node as a witness, if it has a name as one. */
    Optional<Witness> ofOthers(Database database) throws UnusableKeystoreException {
        if (settings.witnessing().name().isEmpty()) {
            return Optional.empty();
        }
        KeyPair key =
                WitnessKey.read(settings.keystore(), settings.keystorePassword().toCharArray());
        try {
            WitnessPolicy logs =
                    WitnessPolicy.parse(read(settings.witnessing().logs().orElseThrow()));
            Cosigner cosigner = new Cosigner(settings.witnessing().name().get(), key.getPublic(), key.getPrivate());
            return Optional.of(new Witness(logs.logs(), new JdbcWitnessedHeads(database), cosigner));
        } catch (MalformedException malformed) {
            throw new IllegalStateException("paivand.witness.logs: " + malformed.reason(), malformed);
        }
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_POLICY_BYTES + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
