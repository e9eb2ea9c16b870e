package org.paivand.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fresh folders for state; under the build's own, since the system's folder for temporary files is refused. */
public final class Folders {

    private Folders() {}

    public static Path fresh(String name) throws IOException {
        Path parent = Files.createDirectories(Path.of("target", "state").toAbsolutePath());
        return Files.createTempDirectory(parent, name + "-");
    }
}
