package org.paivand.registry.publication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.directory.Contents;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.snapshot.DirectorySnapshot;
import org.paivand.registry.snapshot.SnapshotRefusedException;

class SnapshotsTest {
    private static final Instant CHANGED = Instant.parse("2026-11-01T09:30:00Z");
    private static final Directory SAMPLE = SampleDirectory.load();
    private static final Duration VALIDITY = Duration.ofDays(28);

    private final PrivateKeySigner key = signer();
    private Instant now = Instant.parse("2026-11-01T12:00:00Z");
    private Counted counted = new Counted(SAMPLE, 200, CHANGED);
    private final Snapshots snapshots = snapshots();

    @Test
    void publishesWhatVerifiesUntilItsValidityIsOver() throws Exception {
        Published published = published(snapshots);

        DirectorySnapshot verified = verify(published, 0, now);

        assertEquals(CHANGED, verified.statement().issued());
        assertEquals(Instant.parse("2026-11-29T00:00:00Z"), verified.statement().expires());
        assertThrows(
                SnapshotRefusedException.class,
                () -> verify(published, 0, verified.statement().expires()));
    }

    @Test
    void answersTheSameBytesUntilTheDayIsOver() throws Exception {
        Published noon = published(snapshots);
        now = Instant.parse("2026-11-01T23:59:59Z");
        Published night = published(snapshots);
        now = Instant.parse("2026-11-02T00:00:00Z");
        Published tomorrow = published(snapshots);

        assertArrayEquals(noon.note(), night.note());
        assertNotEquals(Sha256.digest(noon.note()), Sha256.digest(tomorrow.note()));
        assertEquals(noon.sha256(), tomorrow.sha256());
        assertEquals(serial(noon) + 1, serial(tomorrow));
    }

    @Test
    void signsAChangeAtOnceWithALargerSerial() throws Exception {
        Published first = published(snapshots);
        counted = new Counted(nothing(), 201, now);
        Published second = published(snapshots);

        assertEquals(serial(first) + 1, serial(second));
        assertNotEquals(first.sha256(), second.sha256());
        assertThrows(SnapshotRefusedException.class, () -> verify(first, serial(second), now));
    }

    @Test
    void isSignedAlikeByEveryInstance() throws Exception {
        Published one = published(snapshots);
        Published other = published(snapshots());

        assertArrayEquals(one.note(), other.note());
    }

    @Test
    void stillHasTheDocumentOfANoteThatWasFetchedBeforeAChange() throws Exception {
        Published first = published(snapshots);
        counted = new Counted(nothing(), 201, now);
        Published second = published(snapshots);

        assertArrayEquals(first.document(), snapshots.document(first.sha256()).orElseThrow());
        assertArrayEquals(second.document(), snapshots.document(second.sha256()).orElseThrow());
        assertEquals(Optional.empty(), snapshots.document(Sha256.digest(new byte[1])));
    }

    @Test
    void publishesNothingWithoutAKey() throws Exception {
        Snapshots silent = new Snapshots(() -> counted, Optional.empty(), VALIDITY, clock());

        assertEquals(Optional.empty(), silent.current());
        assertEquals(Optional.empty(), silent.document(Sha256.digest(new byte[1])));
    }

    @Test
    void refusesAValidityOfLessThanThreeDays() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Snapshots(() -> counted, Optional.of(key), Duration.ofHours(71), clock()));
    }

    private Snapshots snapshots() {
        return new Snapshots(() -> counted, Optional.of(key), VALIDITY, clock());
    }

    private static Published published(Snapshots snapshots) throws SignerUnavailableException {
        Optional<Published> current = snapshots.current();
        assertTrue(current.isPresent());
        return current.get();
    }

    private DirectorySnapshot verify(Published published, long last, Instant at) throws SnapshotRefusedException {
        return DirectorySnapshot.verify(published.note(), published.document(), key.verifierKey(), last, at);
    }

    private long serial(Published published) throws SnapshotRefusedException {
        return verify(published, 0, Instant.parse("2026-11-03T00:00:00Z"))
                .statement()
                .serial();
    }

    private static Directory nothing() throws InvalidRegistryException {
        return Directory.of(new Contents(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private static PrivateKeySigner signer() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new PrivateKeySigner("paivand.example/directory", pair.getPublic(), pair.getPrivate());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has Ed25519", missing);
        }
    }
}
