package org.paivand.registry.hsds.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/** An answer in HSDS: made of the registry alone, which knows no person who was helped. */
public final class HsdsBytes implements StreamingOutput {
    private final byte[] bytes;

    HsdsBytes(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
