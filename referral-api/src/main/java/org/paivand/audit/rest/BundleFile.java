package org.paivand.audit.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A finished bundle on its way out; the file goes with it. Holds openings, which hold no value of anybody. */
public final class BundleFile implements StreamingOutput {
    private final Path file;

    BundleFile(Path file) {
        this.file = file;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
