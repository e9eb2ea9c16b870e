package org.paivand.verifier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.audit.MalformedException;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportFormat;
import org.paivand.export.ExportedEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: a bundle that was found valid, in another format. Of any other bundle not a byte. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Verifies an evidence bundle, then writes its opened entries in another format.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:valid, and written",
            "1:refused, or self-consistent and not authenticated; nothing was written",
            "2:wrong use or unreadable file"
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "fhir, csv, jsonl or syslog.")
    private String format = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to; must not exist yet. Standard output without it.")
    private Optional<Path> output = Optional.empty();

    @Parameters(paramLabel = "BUNDLE", description = "The bundle.")
    private Path bundle = Path.of("");

    private final OutputStream standard;

    public ExportCommand() {
        this(System.out);
    }

    ExportCommand(OutputStream standard) {
        this.standard = standard;
    }

    @Override
    public Integer call() {
        ExportFormat into = format();
        if (!options.hasTrust()) {
            throw new ParameterException(spec.commandLine(), "export needs --trust");
        }
        return options.run(() -> {
            Path spool = spool();
            try {
                return export(into, spool);
            } finally {
                Files.deleteIfExists(spool);
            }
        });
    }

    /** Written while the bundle is read for the one time, and given out if that found it valid. */
    private int export(ExportFormat into, Path spool) throws IOException, MalformedException {
        Report report;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16)) {
            EntryWriter writer = into.on(out);
            writer.begin();
            report = options.verification()
                    .handingOn((log, index, event) -> writer.write(new ExportedEntry(log, index, event)))
                    .verify(bundle);
        }
        spec.commandLine().getErr().print(ReportText.of(report));
        spec.commandLine().getErr().flush();
        if (report.verdict() == Verdict.VALID && report.subject() != Subject.BUNDLE) {
            return options.wrongUse("only a bundle can be exported");
        }
        if (report.verdict() == Verdict.VALID) {
            giveOut(spool);
        }
        return report.verdict().exitCode();
    }

    /** Beside where it goes, so that it has the room there; for this user alone. */
    private Path spool() throws IOException {
        Optional<Path> folder = output.map(file -> file.toAbsolutePath().getParent());
        return folder.isPresent()
                ? Files.createTempFile(folder.get(), ".paivand-export-", ".part")
                : Files.createTempFile("paivand-export-", ".part");
    }

    private void giveOut(Path spool) throws IOException {
        if (output.isPresent()) {
            Files.move(spool, output.get());
        } else {
            Files.copy(spool, standard);
            standard.flush();
        }
    }

    private ExportFormat format() {
        try {
            return ExportFormat.of(format);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--format is fhir, csv, jsonl or syslog", unknown);
        }
    }
}
