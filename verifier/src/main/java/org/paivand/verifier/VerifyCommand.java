package org.paivand.verifier;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.proof.HashLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: 0 valid, 1 refused or not authenticated, 2 wrong use or unreadable file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks a bundle, a proof file or a checkpoint with no network and no server.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:valid",
            "1:refused, or self-consistent and not authenticated",
            "2:wrong use or unreadable file"
        })
public final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EvidenceOptions options = new EvidenceOptions();

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "The last checkpoint you kept; the log must continue it without a gap.")
    private Optional<Path> since = Optional.empty();

    @Option(
            names = "--covered-to",
            paramLabel = "INDEX",
            description =
                    "One more than the last entry that your bundles have covered so far; this one must go on there.")
    private Optional<Long> coveredTo = Optional.empty();

    @Option(
            names = "--consistency",
            paramLabel = "PROOF",
            description = "A consistency proof from --since to the checkpoint in FILE: base64, one hash a line.")
    private Optional<Path> consistency = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "A bundle, a .tlog-proof file or a checkpoint.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        checkUse();
        PrintWriter out = spec.commandLine().getOut();
        return options.run(() -> {
            Report report = verification().verify(file);
            out.print(json ? ReportJson.of(report) : ReportText.of(report));
            out.flush();
            return report.verdict().exitCode();
        });
    }

    private void checkUse() {
        if (since.isPresent() && !options.hasTrust()) {
            throw new ParameterException(spec.commandLine(), "--since needs --trust");
        }
        if (consistency.isPresent() && since.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--consistency needs --since");
        }
        if (coveredTo.isPresent() && coveredTo.get() < 0) {
            throw new ParameterException(spec.commandLine(), "--covered-to is not negative");
        }
    }

    private Verification verification() throws IOException, MalformedException {
        Verification verification = options.verification();
        if (since.isPresent()) {
            verification = verification.since(SignedNote.parse(EvidenceOptions.read(since.get())));
        }
        if (consistency.isPresent()) {
            String lines = Strict.utf8(EvidenceOptions.read(consistency.get()));
            verification = verification.consistency(new ConsistencyProof(HashLines.parse(lines)));
        }
        if (coveredTo.isPresent()) {
            verification = verification.coveredTo(coveredTo.get());
        }
        return verification;
    }
}
