package org.paivand.audit.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InclusionProof;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.proof.HashLines;
import org.paivand.audit.proof.LogProof;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.TilePath;

/**
 * Reads a bundle in the one order its members may have, and refuses whatever is not as FORMAT.md §5 says. It checks
 * form only: whether roots, signatures, proofs and openings hold together is the verifier's question.
 */
public final class BundleReader implements Closeable {
    private final ZipMembers zip;
    private final Manifest manifest;
    private final SignedNote checkpoint;
    private final Optional<EarlierSize> earlier;
    private final Edge edge;
    private final List<byte[]> policies;
    private final List<LogProof> certificates;
    private List<byte[]> entries = List.of();
    private long index;

    private BundleReader(ZipMembers zip) throws IOException, MalformedException {
        this.zip = zip;
        this.manifest = Manifest.parse(zip.content(Manifest.NAME, Members.MAX_MANIFEST_BYTES));
        this.checkpoint = SignedNote.parse(zip.content(Members.CHECKPOINT, SignedNote.MAX_BYTES));
        PrefaceReader preface = new PrefaceReader(zip, manifest);
        this.earlier = preface.earlier();
        this.edge = preface.edge();
        this.policies = preface.policies();
        this.certificates = preface.certificates();
        this.index = manifest.edge();
    }

    public static BundleReader open(Path file) throws IOException, MalformedException {
        ZipMembers zip = ZipMembers.open(file);
        try {
            return new BundleReader(zip);
        } catch (IOException | MalformedException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    public SignedNote checkpoint() {
        return checkpoint;
    }

    public Optional<EarlierSize> earlier() {
        return earlier;
    }

    /** The right edge of the log before the first entry in this bundle, as the tiles in it say; empty in a selection. */
    public Frontier edge() {
        return edge.frontier();
    }

    /** The log at an earlier size, where the tiles before the first entry show it; a claim like they. */
    public Optional<TreeHead> headAt(long size) {
        return edge.headAt(size);
    }

    /** Policies by the hash of their exact bytes. */
    public Map<Hash, byte[]> policies() {
        Map<Hash, byte[]> byHash = new HashMap<>();
        policies.forEach(policy -> byHash.put(Hash.sha256(policy), policy));
        return byHash;
    }

    public List<LogProof> certificates() {
        return List.copyOf(certificates);
    }

    /** The index of the entry that is read next; in a selection the least that it can have. */
    public long index() {
        return index;
    }

    /** The entries of a period in their order, from {@link Manifest#edge}; empty after the last and the end of the file. */
    public Optional<BundledEntry> next() throws IOException, MalformedException {
        require(Scope.PERIOD);
        if (index == manifest.size()) {
            zip.requireEnd();
            return Optional.empty();
        }
        int inBundle = (int) (index % TilePath.FULL_WIDTH);
        if (inBundle == 0) {
            TilePath path = manifest.entriesFrom(index);
            byte[] content = zip.content(path.path(), path.width() * (Short.BYTES + Entry.BYTES));
            entries = EntryBundle.decode(content, path.width()).entries();
        }
        Entry entry = Entry.decode(entries.get(inBundle));
        Optional<Opening> opening = Optional.empty();
        Optional<byte[]> input = Optional.empty();
        if (manifest.covers(index) && zip.isNext(Members.opening(index))) {
            opening = Optional.of(opening(index));
            input = input(index);
        }
        return Optional.of(new BundledEntry(index++, entry, opening, input));
    }

    /** The entries of a selection by ascending index; empty after the last and the end of the file. */
    public Optional<SelectedEntry> nextSelected() throws IOException, MalformedException {
        require(Scope.SELECTION);
        if (!zip.nextStartsWith(Members.PROOFS)) {
            zip.requireEnd();
            return Optional.empty();
        }
        String name = zip.nextName();
        long selected = Strict.decimal(name.substring(Members.PROOFS.length()));
        if (selected < index || selected >= manifest.size()) {
            throw new MalformedException("a selection ascends, and ends before its checkpoint does");
        }
        List<Hash> path = HashLines.parse(Strict.utf8(zip.content(name, HashLines.MAX_BYTES)));
        Opening opening = opening(selected);
        Optional<byte[]> input = input(selected);
        index = selected + 1;
        return Optional.of(new SelectedEntry(selected, new InclusionProof(path), opening, input));
    }

    private Opening opening(long of) throws IOException, MalformedException {
        return Opening.decode(zip.content(Members.opening(of), Opening.MAX_BYTES));
    }

    private Optional<byte[]> input(long of) throws IOException, MalformedException {
        String name = Members.input(of);
        return zip.isNext(name) ? Optional.of(zip.content(name, Evidence.MAX_INPUT_BYTES)) : Optional.empty();
    }

    private void require(Scope scope) {
        if (manifest.scope() != scope) {
            throw new IllegalStateException(
                    "this bundle is a " + manifest.scope().code());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
