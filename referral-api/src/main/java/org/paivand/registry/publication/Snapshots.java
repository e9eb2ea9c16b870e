package org.paivand.registry.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.json.SnapshotJson;
import org.paivand.registry.snapshot.DirectorySnapshot;

/**
 * Signs the directory anew after each change of it and on each day (UTC). What is signed follows from the day and from the
 * number of the last change alone: all instances of a node sign the same note, and serials grow without a memory.
 */
public final class Snapshots {
    /** Such that at least two thirds of the validity are left when a snapshot is a day old. */
    public static final Duration SHORTEST = Duration.ofDays(3);

    private final Supplier<Counted> directories;
    private final Optional<NoteSigner> signer;
    private final Duration validity;
    private final Clock clock;
    private Optional<Edition> newest = Optional.empty();
    private Optional<Edition> before = Optional.empty();

    private record Edition(Counted counted, long day, Published published) {
        /** The very same directory: a change makes another one. */
        boolean isOf(Counted other) {
            return counted.directory().equals(other.directory()) && counted.number() == other.number();
        }
    }

    /** @param signer with the node's directory key; without it nothing is published */
    public Snapshots(Supplier<Counted> directories, Optional<NoteSigner> signer, Duration validity, Clock clock) {
        if (validity.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("a directory snapshot is valid for three days or longer");
        }
        this.directories = directories;
        this.signer = signer;
        this.validity = validity.truncatedTo(ChronoUnit.SECONDS);
        this.clock = clock;
    }

    /** Empty if this node publishes none. */
    public synchronized Optional<Published> current() throws SignerUnavailableException {
        if (signer.isEmpty()) {
            return Optional.empty();
        }
        Counted counted = directories.get();
        Instant day = clock.instant().truncatedTo(ChronoUnit.DAYS);
        long dayNumber = day.getEpochSecond() / ChronoUnit.DAYS.getDuration().toSeconds();
        if (newest.filter(edition -> edition.isOf(counted) && edition.day() == dayNumber)
                .isEmpty()) {
            renew(counted, day, dayNumber, signer.get());
        }
        return newest.map(Edition::published);
    }

    /** What the newest note states, or the one before it, which somebody may have fetched a moment ago. */
    public synchronized Optional<byte[]> document(Sha256 hash) throws SignerUnavailableException {
        Optional<Published> current = current();
        return Stream.of(current, before.map(Edition::published))
                .flatMap(Optional::stream)
                .filter(published -> published.sha256().equals(hash))
                .map(Published::document)
                .findFirst();
    }

    private void renew(Counted counted, Instant day, long dayNumber, NoteSigner key) throws SignerUnavailableException {
        Optional<Edition> same = newest.filter(edition -> edition.isOf(counted));
        byte[] document = same.map(edition -> edition.published().document())
                .orElseGet(() -> SnapshotJson.write(counted.directory()));
        Instant changed = counted.changedAt().truncatedTo(ChronoUnit.SECONDS);
        Instant issued = changed.isAfter(day) ? changed : day;
        byte[] note = DirectorySnapshot.sign(document, dayNumber + counted.number(), issued, day.plus(validity), key)
                .encode();
        if (same.isEmpty()) {
            before = newest;
        }
        newest = Optional.of(new Edition(counted, dayNumber, new Published(note, document)));
    }
}
