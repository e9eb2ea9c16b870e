package org.paivand.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which processes a state folder owns, one file each, so that the next launcher finds and ends what one that was killed
 * left behind. A process is ended only if its pid, start time and command line are those recorded.
 */
public final class Ledger {
    private static final String SUFFIX = ".pid";

    private final Path directory;

    public Ledger(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /**
     * Replaces what was recorded under the name.
     *
     * @param token see {@link #find}: must be in the command line of each of the processes
     */
    public void record(String name, List<ProcessHandle> handles, String token) throws IOException {
        List<String> lines = handles.stream()
                .map(handle -> OwnedProcess.of(handle, token).line())
                .toList();
        Path half = directory.resolve(name + SUFFIX + ".half");
        Files.write(half, lines, StandardCharsets.UTF_8);
        Files.move(half, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    public void forget(String name) throws IOException {
        Files.deleteIfExists(file(name));
    }

    /** The living processes recorded under the name. */
    public List<ProcessHandle> find(String name) throws IOException {
        if (!Files.exists(file(name))) {
            return List.of();
        }
        return Files.readAllLines(file(name), StandardCharsets.UTF_8).stream()
                .map(OwnedProcess::parse)
                .flatMap(Optional::stream)
                .map(OwnedProcess::living)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Names with a living process, in alphabetical order. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}
