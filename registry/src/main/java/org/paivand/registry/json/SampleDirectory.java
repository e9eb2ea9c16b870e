package org.paivand.registry.json;

import java.io.IOException;
import java.io.InputStream;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;

/** The directory for trials and tests, from the files in {@code org/paivand/registry/sample}. */
public final class SampleDirectory {

    private SampleDirectory() {}

    public static Directory load() {
        try {
            return RegistryReader.read(SampleDirectory::open);
        } catch (IOException | InvalidRegistryException e) {
            throw new IllegalStateException("the sample registry that came with the software is damaged", e);
        }
    }

    private static InputStream open(String file) throws IOException {
        InputStream in = SampleDirectory.class.getResourceAsStream("/org/paivand/registry/sample/" + file);
        if (in == null) {
            throw new IOException("missing: " + file);
        }
        return in;
    }
}
