package org.paivand.registry.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.paivand.registry.RecordedChange;

/** An item of the registry, byte for byte as the log names it by its hash. */
public final class RegistryDocument implements StreamingOutput {
    private final byte[] bytes;

    RegistryDocument(RecordedChange item) {
        this.bytes = item.document().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
