package org.paivand.audit.bundle;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.tile.EntryBundle;
import org.paivand.audit.tile.Tile;
import org.paivand.audit.tile.TilePath;

/**
 * Reads a bundle in the one order its members may have, and refuses whatever is not as FORMAT.md §5 says. It checks
 * form only: whether roots, signatures and openings hold together is the verifier's question.
 */
public final class BundleReader implements Closeable {
    static final String CHECKPOINT = "checkpoint";

    private static final int MAX_MANIFEST_BYTES = 4096;
    private static final int MAX_POLICY_BYTES = 1 << 20;
    private static final int MAX_POLICIES_BYTES = 16 << 20;
    private static final String POLICIES = "policies/";

    private final ZipMembers zip;
    private final Manifest manifest;
    private final SignedNote checkpoint;
    private final Frontier edge;
    private final Map<Hash, byte[]> policies;
    private List<byte[]> entries = List.of();
    private long index;

    private BundleReader(ZipMembers zip) throws IOException, MalformedException {
        this.zip = zip;
        this.manifest = Manifest.parse(zip.content(Manifest.NAME, MAX_MANIFEST_BYTES));
        this.checkpoint = SignedNote.parse(zip.content(CHECKPOINT, SignedNote.MAX_BYTES));
        this.edge = readEdge();
        this.policies = readPolicies();
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

    /** The right edge of the log before the first entry in this bundle, as the tiles in it say. */
    public Frontier edge() {
        return edge;
    }

    /** Policies by the hash of their exact bytes. */
    public Map<Hash, byte[]> policies() {
        return Map.copyOf(policies);
    }

    /** The index of the entry that {@link #next} reads. */
    public long index() {
        return index;
    }

    /** The entries in their order, from {@link Manifest#edge}; empty after the last one and the end of the file. */
    public Optional<BundledEntry> next() throws IOException, MalformedException {
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
        if (manifest.covers(index) && zip.isNext(openingName(index))) {
            opening = Optional.of(Opening.decode(zip.content(openingName(index), Opening.MAX_BYTES)));
            if (zip.isNext(inputName(index))) {
                input = Optional.of(zip.content(inputName(index), Evidence.MAX_INPUT_BYTES));
            }
        }
        return Optional.of(new BundledEntry(index++, entry, opening, input));
    }

    private Frontier readEdge() throws IOException, MalformedException {
        List<Frontier> fromTop = new ArrayList<>();
        for (TilePath path : manifest.edgeTiles()) {
            byte[] content = zip.content(path.path(), path.width() * Hash.BYTES);
            Frontier partial = Frontier.EMPTY;
            for (Hash hash : Tile.decode(content, path.width()).hashes()) {
                partial = partial.append(hash);
            }
            fromTop.add(0, partial);
        }
        List<Hash> peaks = new ArrayList<>();
        fromTop.forEach(partial -> peaks.addAll(partial.peaks()));
        return new Frontier(manifest.edge(), peaks);
    }

    private Map<Hash, byte[]> readPolicies() throws IOException, MalformedException {
        Map<Hash, byte[]> found = new HashMap<>();
        String last = "";
        int total = 0;
        while (zip.nextStartsWith(POLICIES)) {
            String name = zip.nextName();
            byte[] content = zip.content(name, MAX_POLICY_BYTES);
            Hash hash = Hash.sha256(content);
            total += content.length;
            if (!name.equals(policyName(hash)) || name.compareTo(last) <= 0 || total > MAX_POLICIES_BYTES) {
                throw new MalformedException("a policy that is altered, out of order or too much");
            }
            found.put(hash, content);
            last = name;
        }
        return found;
    }

    static String policyName(Hash hash) {
        return POLICIES + hash.hex() + ".json";
    }

    static String openingName(long index) {
        return "openings/" + index;
    }

    static String inputName(long index) {
        return "inputs/" + index + ".json";
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
