package org.paivand.audit.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.proof.HashLines;
import org.paivand.audit.proof.LogProof;
import org.paivand.audit.tile.Tile;
import org.paivand.audit.tile.TilePath;

/** Reads what stands between checkpoint and entries, in its order. */
final class PrefaceReader {
    private final ZipMembers zip;
    private final Manifest manifest;

    PrefaceReader(ZipMembers zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    Optional<EarlierSize> earlier() throws IOException, MalformedException {
        if (!zip.nextStartsWith(Members.CONSISTENCY)) {
            return Optional.empty();
        }
        String name = zip.nextName();
        long size = Strict.decimal(name.substring(Members.CONSISTENCY.length()));
        if (size == 0 || size >= manifest.size()) {
            throw new MalformedException("consistency is shown from an earlier size that is not 0");
        }
        List<Hash> path = HashLines.parse(Strict.utf8(zip.content(name, HashLines.MAX_BYTES)));
        return Optional.of(new EarlierSize(size, new ConsistencyProof(path)));
    }

    Edge edge() throws IOException, MalformedException {
        List<Tile> tiles = new ArrayList<>();
        for (TilePath path : manifest.edgeTiles()) {
            byte[] content = zip.content(path.path(), path.width() * Hash.BYTES);
            tiles.add(Tile.decode(content, path.width()));
        }
        return new Edge(manifest.edgeTiles(), tiles);
    }

    List<byte[]> policies() throws IOException, MalformedException {
        return named(Members.POLICIES, Members.MAX_POLICY_BYTES, Members::policy);
    }

    List<LogProof> certificates() throws IOException, MalformedException {
        List<LogProof> certificates = new ArrayList<>();
        if (manifest.scope() == Scope.PERIOD) {
            for (byte[] content : named(Members.CERTIFICATES, LogProof.MAX_BYTES, Members::certificate)) {
                certificates.add(LogProof.parse(content));
            }
        }
        return certificates;
    }

    /** Members whose names their content determines, by ascending name. */
    private List<byte[]> named(String folder, int maxBytes, Function<byte[], String> nameOf)
            throws IOException, MalformedException {
        List<byte[]> found = new ArrayList<>();
        String last = "";
        int total = 0;
        while (zip.nextStartsWith(folder)) {
            String name = zip.nextName();
            byte[] content = zip.content(name, maxBytes);
            total += content.length;
            if (!name.equals(nameOf.apply(content)) || name.compareTo(last) <= 0) {
                throw new MalformedException("a member of " + folder + " that is altered or out of order");
            }
            if (total > Members.MAX_TOGETHER_BYTES) {
                throw new MalformedException(folder + " holds more than it may");
            }
            found.add(content);
            last = name;
        }
        return found;
    }
}
