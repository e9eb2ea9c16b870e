package org.paivand.registry.publication.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** A signed note or its directory document: public, and about no person. */
public final class SnapshotBytes implements StreamingOutput {
    private final byte[] bytes;

    /** The bytes aren't copied: a document may be large, and nobody else writes to it. */
    SnapshotBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
