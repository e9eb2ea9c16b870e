package org.paivand.verifier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.bundle.Scope;
import org.paivand.audit.bundle.SelectedEntry;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Opening;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.export.EntryWriter;
import org.paivand.export.ExportFormat;
import org.paivand.export.ExportedEntry;
import picocli.CommandLine.Command;
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
    private static final int WRONG_USE = 2;
    private static final int MAX_TRUST_BYTES = 65_536;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "POLICY",
            description = "Whom you believe: your own file with log key, witnesses and quorum (C2SP tlog-policy).")
    private Path trust = Path.of("");

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
        try {
            Report report =
                    Verification.trusting(WitnessPolicy.parse(read(trust))).verify(bundle);
            spec.commandLine().getErr().print(ReportText.of(report));
            spec.commandLine().getErr().flush();
            if (report.verdict() == Verdict.VALID) {
                write(into);
            }
            return report.verdict().exitCode();
        } catch (IOException e) {
            return wrongUse("can't read or write: " + e.getMessage());
        } catch (MalformedException e) {
            return wrongUse("your own file: " + e.reason());
        }
    }

    private ExportFormat format() {
        try {
            return ExportFormat.of(format);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(spec.commandLine(), "--format is fhir, csv, jsonl or syslog", unknown);
        }
    }

    private void write(ExportFormat into) throws IOException, MalformedException {
        if (output.isPresent()) {
            try (OutputStream file = Files.newOutputStream(output.get(), StandardOpenOption.CREATE_NEW)) {
                write(into, file);
            }
        } else {
            write(into, standard);
        }
    }

    private void write(ExportFormat into, OutputStream out) throws IOException, MalformedException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        EntryWriter writer = into.on(buffered);
        writer.begin();
        try (BundleReader reader = BundleReader.open(bundle)) {
            String log = reader.manifest().origin();
            if (reader.manifest().scope() == Scope.SELECTION) {
                for (Optional<SelectedEntry> next = reader.nextSelected();
                        next.isPresent();
                        next = reader.nextSelected()) {
                    writer.write(opened(log, next.get().index(), next.get().opening()));
                }
            } else {
                for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (next.get().opening().isPresent()) {
                        writer.write(opened(
                                log, next.get().index(), next.get().opening().get()));
                    }
                }
            }
        } catch (InvalidDocumentException e) {
            throw new IOException("the bundle changed while it was read", e);
        }
        buffered.flush();
    }

    private static ExportedEntry opened(String log, long index, Opening opening) throws InvalidDocumentException {
        return new ExportedEntry(log, index, EventJson.parse(opening.event()));
    }

    private static byte[] read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_TRUST_BYTES + 1);
        }
    }

    private int wrongUse(String reason) {
        spec.commandLine().getErr().println(reason);
        return WRONG_USE;
    }
}
