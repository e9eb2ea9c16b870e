package org.paivand.witness.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What the witness says: a signature line, a size or a sentence; nothing of anybody. */
public final class WitnessText implements StreamingOutput {
    private final byte[] bytes;

    WitnessText(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
