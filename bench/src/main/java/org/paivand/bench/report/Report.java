package org.paivand.bench.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.paivand.bench.load.Installation.Ready;
import org.paivand.bench.load.Measured;
import org.paivand.bench.load.RawInserts.Inserted;
import org.paivand.bench.micro.Micro;
import org.paivand.bench.micro.Timed;

/**
 * Everything measured in one run, and how it reads in Markdown. An aim that is missed is marked and fails nothing.
 *
 * @param peakMib the most the node had resident
 */
public record Report(
        Machine machine,
        LocalDate date,
        List<Timed> timed,
        EvidenceSection evidence,
        Inserted inserted,
        List<Measured> measured,
        Ready ready,
        long peakMib) {
    private static final double OFFER_CPU_MILLIS = 3;
    private static final double DECIDE_MICROS = 20;
    private static final double SNAPSHOT_SECONDS = 1;
    private static final double READY_SECONDS = 30;
    private static final double NODE_MIB = 700;

    public Report {
        timed = List.copyOf(timed);
        measured = List.copyOf(measured);
    }

    public String markdown() {
        StringBuilder text = new StringBuilder();
        text.append(part("introduction.md"));
        text.append(where());
        text.append("## Aims\n\n| | aim | measured | |\n|---|--:|--:|---|\n");
        aim(text, "CPU of the node for one offer, 8 connections", OFFER_CPU_MILLIS, offerCpu(), "ms");
        aim(text, "`decide()`", DECIDE_MICROS, timed(Micro.DECIDE).micros(), "µs");
        aim(
                text,
                "Directory snapshot of 10,000 agencies and 50,000 services verified",
                SNAPSHOT_SECONDS,
                timed(Micro.SNAPSHOT).micros() / 1e6,
                "s");
        text.append(evidence.aims());
        aim(text, "Node ready after the database, first start", READY_SECONDS, ready.seconds(), "s");
        aim(text, "Node's resident memory, peak", NODE_MIB, (double) peakMib, "MiB");
        text.append(format(
                "%nThe node took %.1f s of processor time until it was ready; MariaDB and Keycloak started beside it.%n",
                ready.cpu().toMillis() / 1000.0));
        text.append("\n## Over HTTP\n\n").append(part("http.md"));
        text.append(
                "| operation | connections | requests/s | p50 ms | p99 ms | p50 ÷ baseline | CPU ms | CPU ms, MariaDB"
                        + " | RSS MiB | failed |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        text.append(format(
                "| baseline: `INSERT`, `COMMIT` | 1 | %.0f | %.2f | %.2f | 1.0 | | | | |%n",
                inserted.perSecond(), inserted.p50Millis(), inserted.p99Millis()));
        measured.forEach(one -> text.append(row(one)));
        text.append("\n## Pure code\n\n").append(part("code.md"));
        text.append("| | µs | ± | baseline | µs | ratio |\n|---|--:|--:|---|--:|--:|\n");
        timed.forEach(one -> text.append(row(one)));
        text.append("\n## Trees and evidence\n\n").append(part("evidence.md")).append(evidence.tables());
        return text.append('\n').append(part("limits.md")).toString();
    }

    private String where() {
        return format(
                "## Where and when%n%n| | |%n|---|---|%n| date | %s |%n| processor | %s, %d cores |%n| memory | %d MiB |%n"
                        + "| kernel | %s |%n| Java | %s |%n| load average before | %.2f%s |%n%n",
                date,
                machine.processor(),
                machine.cores(),
                machine.memoryMib(),
                machine.kernel(),
                machine.java(),
                machine.load(),
                machine.load() < 1 ? "" : ": other work ran too, so times are longer than the code needs");
    }

    private Timed timed(String subject) {
        return timed.stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private double offerCpu() {
        return measured.stream()
                .filter(one -> one.operation().equals("offer") && one.connections() == 8)
                .mapToDouble(Measured::cpuMillis)
                .findFirst()
                .orElseThrow();
    }

    private String row(Measured one) {
        return format(
                "| %s | %d | %.0f | %.2f | %.2f | %.1f | %.2f | %.2f | %d | %d |%n",
                one.operation(),
                one.connections(),
                one.perSecond(),
                one.p50Millis(),
                one.p99Millis(),
                one.p50Millis() / inserted.p50Millis(),
                one.cpuMillis(),
                one.databaseCpuMillis(),
                one.residentMib(),
                one.failures());
    }

    private static String row(Timed one) {
        return format(
                "| %s | %.3f | %.3f | %s | %.3f | %.1f |%n",
                one.subject(), one.micros(), one.error(), one.baseline(), one.baselineMicros(), one.ratio());
    }

    private static void aim(StringBuilder text, String subject, double most, double seen, String unit) {
        text.append(format(
                "| %s | ≤ %.0f %s | %.1f %s | %s |%n",
                subject, most, unit, seen, unit, seen <= most ? "met" : "missed"));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** Prose that holds for every run. */
    private static String part(String name) {
        try (InputStream file = Objects.requireNonNull(Report.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
