package org.paivand.audit.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.LogStore;
import org.paivand.audit.log.LogTiles;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.log.TreeProofs;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.proof.HashLines;
import org.paivand.audit.proof.LogProof;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.TilePath;

/**
 * Writes a bundle straight through: what is held at once is one entry bundle and one opening, however many there are.
 *
 * <p>Both ways leave {@code out} open, and end with an {@link IllegalArgumentException} if the note is no checkpoint or
 * a range lies outside it; with an {@link IllegalStateException} if a source opens another entry than the log holds:
 * then nothing may be handed out; and with an {@link IOException} if the bundle would become larger than 4 GiB.
 */
public final class BundleWriter {
    private final LogStore store;

    public BundleWriter(LogStore store) {
        this.store = store;
    }

    /** Covers the entries {@code [from, to)} of the checkpoint's log. */
    public void period(OutputStream out, Preface preface, long from, long to, EvidenceSource evidence)
            throws IOException, LogUnavailableException {
        Checkpoint checkpoint = checkpoint(preface.checkpoint());
        Manifest manifest =
                Manifest.period(checkpoint.origin(), checkpoint.treeHead().size(), from, to);
        try (ZipWriter zip = new ZipWriter(out)) {
            preface(zip, manifest, preface);
            for (long first = manifest.edge(); first < manifest.size(); first += TilePath.FULL_WIDTH) {
                entries(zip, manifest, manifest.entriesFrom(first), evidence);
            }
            zip.finish();
        }
    }

    /**
     * Shows single entries, each with its own proof.
     *
     * @throws IllegalArgumentException also if there are certificates: a selection lacks nothing that they explain
     */
    public void selection(OutputStream out, Preface preface, SelectionSource source)
            throws IOException, LogUnavailableException {
        Checkpoint checkpoint = checkpoint(preface.checkpoint());
        Manifest manifest =
                Manifest.selection(checkpoint.origin(), checkpoint.treeHead().size());
        if (!preface.certificates().isEmpty()) {
            throw new IllegalArgumentException("a selection has no certificates");
        }
        TreeProofs proofs = new LogProofs(store).in(manifest.size());
        try (ZipWriter zip = new ZipWriter(out)) {
            preface(zip, manifest, preface);
            long least = 0;
            for (Optional<SelectionSource.Selected> next = source.next(); next.isPresent(); next = source.next()) {
                long index = next.get().index();
                if (index < least) {
                    throw new IllegalStateException("a selection is read by ascending index");
                }
                Evidence evidence = next.get().evidence();
                InclusionProof proof = proofs.inclusion(index);
                requireShown(evidence.opening(), index, proof, checkpoint.treeHead());
                zip.add(Members.proof(index), bytes(HashLines.text(proof.path())));
                evidence(zip, index, evidence);
                least = index + 1;
            }
            zip.finish();
        }
    }

    private static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (MalformedException e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    private void preface(ZipWriter zip, Manifest manifest, Preface preface)
            throws IOException, LogUnavailableException {
        zip.add(Manifest.NAME, bytes(manifest.text()));
        zip.add(Members.CHECKPOINT, preface.checkpoint().encode());
        long since = preface.since().orElse(0);
        if (since > 0 && since < manifest.size()) {
            List<Hash> path =
                    new LogProofs(store).consistency(since, manifest.size()).path();
            zip.add(Members.consistency(since), bytes(HashLines.text(path)));
        }
        LogTiles tiles = new LogTiles(store);
        for (TilePath path : manifest.edgeTiles()) {
            zip.add(path.path(), tiles.tile(path).encode());
        }
        named(zip, preface.policies(), Members::policy);
        named(zip, preface.certificates().stream().map(LogProof::encode).toList(), Members::certificate);
    }

    private static void named(ZipWriter zip, Collection<byte[]> contents, Function<byte[], String> nameOf)
            throws IOException {
        Map<String, byte[]> byName = new TreeMap<>();
        contents.forEach(content -> byName.put(nameOf.apply(content), content));
        for (Map.Entry<String, byte[]> member : byName.entrySet()) {
            zip.add(member.getKey(), member.getValue());
        }
    }

    private void entries(ZipWriter zip, Manifest manifest, TilePath path, EvidenceSource source)
            throws IOException, LogUnavailableException {
        List<Entry> entries = store.entries(path.first(), path.width());
        EntryBundle encoded =
                new EntryBundle(entries.stream().map(Entry::encode).toList());
        zip.add(path.path(), encoded.encode());
        for (int i = 0; i < entries.size(); i++) {
            long index = path.first() + i;
            if (!manifest.covers(index)) {
                continue;
            }
            Optional<Evidence> found = source.at(index);
            if (found.isPresent() && !found.get().opening().entry().equals(entries.get(i))) {
                throw new IllegalStateException("the opening of entry " + index + " is that of another");
            }
            if (found.isPresent()) {
                evidence(zip, index, found.get());
            }
        }
    }

    private static void requireShown(Opening opening, long index, InclusionProof proof, TreeHead head) {
        try {
            proof.verify(opening.entry().leafHash(), index, head);
        } catch (InvalidProofException e) {
            throw new IllegalStateException("the opening of entry " + index + " is that of another", e);
        }
    }

    private static void evidence(ZipWriter zip, long index, Evidence evidence) throws IOException {
        zip.add(Members.opening(index), evidence.opening().encode());
        if (evidence.decisionInput().isPresent()) {
            zip.add(Members.input(index), evidence.decisionInput().get());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
