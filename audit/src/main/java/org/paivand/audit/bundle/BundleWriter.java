package org.paivand.audit.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.LogStore;
import org.paivand.audit.log.LogTiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.TilePath;

/** Writes a bundle straight through: what is held at once is one entry bundle and one opening. */
public final class BundleWriter {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final LogStore store;
    private final EvidenceSource evidence;

    /** Binds the log and the openings that explain it. */
    public BundleWriter(LogStore store, EvidenceSource evidence) {
        this.store = store;
        this.evidence = evidence;
    }

    /**
     * Covers the entries {@code [from, to)} of the checkpoint's log; leaves {@code out} open.
     *
     * @param policies exact bytes of every policy that a covered decision rests on
     * @throws IllegalArgumentException if the note is no checkpoint or the range lies outside it
     * @throws IllegalStateException if the source opens another entry than the log holds: nothing may be handed out
     */
    public void write(OutputStream out, SignedNote checkpoint, long from, long to, Collection<byte[]> policies)
            throws IOException, LogUnavailableException {
        Manifest manifest = manifest(checkpoint, from, to);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        member(zip, Manifest.NAME, manifest.text().getBytes(StandardCharsets.UTF_8));
        member(zip, BundleReader.CHECKPOINT, checkpoint.encode());
        LogTiles tiles = new LogTiles(store);
        for (TilePath path : manifest.edgeTiles()) {
            member(zip, path.path(), tiles.tile(path).encode());
        }
        Map<String, byte[]> named = new TreeMap<>();
        policies.forEach(policy -> named.put(BundleReader.policyName(Hash.sha256(policy)), policy));
        for (Map.Entry<String, byte[]> policy : named.entrySet()) {
            member(zip, policy.getKey(), policy.getValue());
        }
        for (long first = manifest.edge(); first < manifest.size(); first += TilePath.FULL_WIDTH) {
            entries(zip, manifest, manifest.entriesFrom(first));
        }
        zip.finish();
    }

    private static Manifest manifest(SignedNote note, long from, long to) {
        try {
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            return new Manifest(checkpoint.origin(), checkpoint.treeHead().size(), from, to);
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private void entries(ZipOutputStream zip, Manifest manifest, TilePath path)
            throws IOException, LogUnavailableException {
        List<Entry> entries = store.entries(path.first(), path.width());
        EntryBundle encoded =
                new EntryBundle(entries.stream().map(Entry::encode).toList());
        member(zip, path.path(), encoded.encode());
        for (int i = 0; i < entries.size(); i++) {
            long index = path.first() + i;
            if (manifest.covers(index)) {
                evidence(zip, index, entries.get(i));
            }
        }
    }

    private void evidence(ZipOutputStream zip, long index, Entry entry) throws IOException, LogUnavailableException {
        Evidence found = evidence.at(index);
        if (!found.opening().entry().equals(entry)) {
            throw new IllegalStateException("the opening of entry " + index + " is that of another");
        }
        member(zip, BundleReader.openingName(index), found.opening().encode());
        if (found.decisionInput().isPresent()) {
            member(zip, BundleReader.inputName(index), found.decisionInput().get());
        }
    }

    private static void member(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
