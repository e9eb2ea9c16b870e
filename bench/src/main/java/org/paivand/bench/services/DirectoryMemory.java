package org.paivand.bench.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.RegistryReader;
import org.paivand.registry.search.Matching;

/** What a directory of 10 000 agencies and 50 000 services takes of the heap, and how long its files take to read. */
public final class DirectoryMemory {
    private static final int AGENCIES = 10_000;
    private static final int SERVICES = 50_000;
    private static final double MIB = 1024 * 1024;
    private static final int COLLECTIONS = 4;

    private DirectoryMemory() {}

    /** @param arguments folder for the files, and perhaps a seed */
    public static void main(String[] arguments) throws IOException, InvalidRegistryException {
        Path folder = Path.of(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextLong();
        System.out.printf("seed %d%n| agencies | services | files MiB | read s | directory MiB | index MiB |%n", seed);
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        for (int share : new int[] {20, 4, 2, 1}) {
            GeneratedRegistry.write(GeneratedRegistry.directory(seed, AGENCIES / share, SERVICES / share), folder);
            measure(folder, AGENCIES / share, SERVICES / share);
        }
    }

    private static void measure(Path folder, int agencies, int services) throws IOException, InvalidRegistryException {
        double empty = used();
        long began = System.nanoTime();
        Directory directory = RegistryReader.read(file -> Files.newInputStream(folder.resolve(file)));
        double seconds = (System.nanoTime() - began) / 1e9;
        double read = used();
        Matching matching = new Matching(directory);
        double indexed = used();
        if (!matching.isOf(directory)) {
            throw new IllegalStateException("the index is of another directory");
        }
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d | %.0f | %.2f | %.1f | %.1f |%n",
                agencies,
                services,
                size(folder) / MIB,
                seconds,
                (read - empty) / MIB,
                (indexed - read) / MIB);
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** What is live. */
    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            runtime.gc();
        }
        return (double) runtime.totalMemory() - runtime.freeMemory();
    }
}
