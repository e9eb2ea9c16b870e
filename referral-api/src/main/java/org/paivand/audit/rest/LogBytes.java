package org.paivand.audit.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** A file of the log: a checkpoint, a tile or entries, none of which says anything about anybody. */
public final class LogBytes implements StreamingOutput {
    private final byte[] bytes;

    LogBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
