package org.paivand.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.SignedNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: 0 valid, 1 refused or not authenticated, 2 wrong use or unreadable file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks an evidence bundle with no network and no server.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:valid",
            "1:refused, or self-consistent and not authenticated",
            "2:wrong use or unreadable file"
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int WRONG_USE = 2;
    private static final int MAX_TRUST_BYTES = 65_536;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--trust",
            paramLabel = "POLICY",
            description = "Whom you believe: your own file with log key, witnesses and quorum (C2SP tlog-policy).")
    private Optional<Path> trust = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "The last checkpoint you kept; the log must continue it without a gap.")
    private Optional<Path> since = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        if (since.isPresent() && trust.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--since needs --trust");
        }
        PrintWriter out = spec.commandLine().getOut();
        try {
            Report report = verification().verify(file);
            out.print(json ? ReportJson.of(report) : ReportText.of(report));
            out.flush();
            return report.verdict().exitCode();
        } catch (IOException e) {
            return wrongUse("can't read: " + e.getMessage());
        } catch (MalformedException e) {
            return wrongUse("your own file: " + e.reason());
        }
    }

    private Verification verification() throws IOException, MalformedException {
        if (trust.isEmpty()) {
            return Verification.withoutTrust();
        }
        Verification verification = Verification.trusting(WitnessPolicy.parse(read(trust.get())));
        return since.isPresent() ? verification.since(SignedNote.parse(read(since.get()))) : verification;
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
