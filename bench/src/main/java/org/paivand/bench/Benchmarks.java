package org.paivand.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.paivand.bench.evidence.Checked;
import org.paivand.bench.evidence.VerifierRuns;
import org.paivand.bench.load.Installation;
import org.paivand.bench.load.Load;
import org.paivand.bench.load.Measured;
import org.paivand.bench.load.ProcessUse;
import org.paivand.bench.load.RawInserts;
import org.paivand.bench.micro.Micro;
import org.paivand.bench.micro.Timed;
import org.paivand.bench.micro.TreeCurve;
import org.paivand.bench.report.EvidenceSection;
import org.paivand.bench.report.Machine;
import org.paivand.bench.report.Report;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.PayaraMicro;

/** Runs all benchmarks, prints and writes the report. Fails where something does not work, never where it is slow. */
public final class Benchmarks {
    private Benchmarks() {}

    /** @param arguments folder for the installation, file for the report, seconds for each load measurement */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[2]));
        Machine machine = Machine.here();
        List<Timed> timed = Micro.run();
        List<TreeCurve.Point> trees = TreeCurve.run(10_000, 100_000, 1_000_000, 10_000_000);
        List<Checked> checked = new VerifierRuns(Home.find().verifier(), folder.resolveSibling("evidence"))
                .run(10_000, 100_000, 1_000_000);
        EvidenceSection evidence = new EvidenceSection(trees, checked);
        Report report;
        try (Installation installation = Installation.start(folder)) {
            RawInserts.Inserted inserted = new RawInserts(installation.stack()).run(each.dividedBy(2));
            List<Measured> measured = new Load(installation.stack()).run(each);
            long peak = ProcessUse.of(installation.stack().state(), PayaraMicro.NAME)
                    .peakMib();
            report = new Report(
                    machine,
                    LocalDate.now(ZoneOffset.UTC),
                    timed,
                    evidence,
                    inserted,
                    measured,
                    installation.ready(),
                    peak);
        }
        Files.writeString(file, report.markdown(), StandardCharsets.UTF_8);
        System.out.println(report.markdown());
    }
}
