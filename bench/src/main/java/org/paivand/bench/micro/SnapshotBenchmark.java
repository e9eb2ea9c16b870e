package org.paivand.bench.micro;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.SnapshotJson;
import org.paivand.registry.snapshot.DirectorySnapshot;
import org.paivand.registry.snapshot.SnapshotRefusedException;

/** A snapshot of 10 000 agencies and 50 000 services: verified, and made a directory again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = "-Xmx1g")
public class SnapshotBenchmark {
    private static final Instant ISSUED = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-11-29T00:00:00Z");

    private final PrivateKeySigner node;
    private final byte[] document;
    private final byte[] note;

    public SnapshotBenchmark() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            node = new PrivateKeySigner("paivand.example/directory", pair.getPublic(), pair.getPrivate());
            document = SnapshotJson.write(LargeDirectory.of(10_000, 50_000));
            note = DirectorySnapshot.sign(document, 1, ISSUED, EXPIRES, node).encode();
        } catch (GeneralSecurityException | SignerUnavailableException | InvalidRegistryException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Benchmark
    public DirectorySnapshot snapshot() throws SnapshotRefusedException {
        return DirectorySnapshot.verify(note, document, node.verifierKey(), 1, ISSUED);
    }

    @Benchmark
    public Sha256 snapshotRaw() {
        return Sha256.digest(document);
    }

    @Benchmark
    public Directory snapshotRead() throws SnapshotRefusedException, InvalidRegistryException {
        return SnapshotJson.read(snapshot().document());
    }

    @Benchmark
    public Sha256 snapshotReadRaw() {
        return Sha256.digest(document);
    }
}
