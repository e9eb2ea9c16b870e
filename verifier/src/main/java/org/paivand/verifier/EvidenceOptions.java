package org.paivand.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands that check evidence are told alike, and how they end when it is wrong. */
final class EvidenceOptions {
    private static final int WRONG_USE = 2;
    private static final int MAX_BYTES = 65_536;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--trust",
            paramLabel = "POLICY",
            description = "Whom you believe: your own file with log key, witnesses and quorum (C2SP tlog-policy).")
    private Optional<Path> trust = Optional.empty();

    @Option(names = "--progress", description = "Tell on standard error how far it is; as on a terminal.")
    private boolean progress = isOnTerminal();

    /** The work of a command; its result is the exit status. */
    @FunctionalInterface
    interface Work {
        int status() throws IOException, MalformedException;
    }

    boolean hasTrust() {
        return trust.isPresent();
    }

    /** By the auditor's trust, if there is any. */
    Verification verification() throws IOException, MalformedException {
        Verification verification = trust.isPresent()
                ? Verification.trusting(WitnessPolicy.parse(read(trust.get())))
                : Verification.withoutTrust();
        return progress
                ? verification.telling(new ProgressLine(command.commandLine().getErr()))
                : verification;
    }

    /** One of the auditor's own files, of which none is long. */
    static byte[] read(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    int run(Work work) {
        try {
            return work.status();
        } catch (IOException e) {
            return wrongUse("can't read or write: " + e.getMessage());
        } catch (MalformedException e) {
            return wrongUse("your own file: " + e.reason());
        }
    }

    int wrongUse(String reason) {
        command.commandLine().getErr().println(reason);
        return WRONG_USE;
    }

    /** From Java 22 on always true; then a large bundle's progress also goes into a file of errors, which does no harm. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isOnTerminal() {
        return System.console() != null;
    }
}
