package org.paivand.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code java -Xmx512m -jar … verify} as an auditor does. */
public final class VerifierRuns {
    private static final Pattern OPENED = Pattern.compile("(\\d+) opened, (\\d+) decisions made again");
    private static final Pattern REPLAY = Pattern.compile("decisions, on all processors together, (\\d+) ms");
    private static final int MIB = 1 << 20;

    private final Path jar;
    private final Path folder;

    public VerifierRuns(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** Sizes with no decision, then the largest with six in ten. */
    public List<Checked> run(int... sizes) throws Exception {
        List<Checked> checked = new ArrayList<>();
        for (int size : sizes) {
            checked.add(run(size, 0));
        }
        checked.add(run(sizes[sizes.length - 1], 6));
        return checked;
    }

    private Checked run(int size, int decided) throws Exception {
        Files.createDirectories(folder);
        Path bundle = folder.resolve("bundle.zip");
        Path trust = folder.resolve("trust");
        LargeBundle.write(bundle, trust, size, decided);
        Path output = folder.resolve("output");
        long started = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString(),
                        "verify",
                        "--progress",
                        "--trust",
                        trust.toString(),
                        bundle.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        long peak = 0;
        Duration cpu = Duration.ZERO;
        while (process.isAlive()) {
            peak = Math.max(peak, peakMib(process));
            cpu = process.info().totalCpuDuration().orElse(cpu);
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        String printed = Files.readString(output);
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the verifier refused a good bundle: " + printed);
        }
        long bytes = Files.size(bundle);
        Files.delete(bundle);
        return new Checked(
                (int) number(OPENED, 1, printed),
                (int) number(OPENED, 2, printed),
                bytes / MIB,
                seconds,
                cpu.toMillis() / 1e3,
                number(REPLAY, 1, printed) / 1e3,
                peak);
    }

    private static long number(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("not in the report: " + pattern);
        }
        return Long.parseLong(matcher.group(group));
    }

    /** What Linux says it had at most; 0 elsewhere, or once it has ended. */
    private static long peakMib(Process process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }

    /** @param arguments the jar, a folder, sizes */
    public static void main(String[] arguments) throws Exception {
        int[] sizes = new int[arguments.length - 2];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Integer.parseInt(arguments[i + 2]);
        }
        new VerifierRuns(Path.of(arguments[0]), Path.of(arguments[1]))
                .run(sizes)
                .forEach(System.out::println);
    }
}
