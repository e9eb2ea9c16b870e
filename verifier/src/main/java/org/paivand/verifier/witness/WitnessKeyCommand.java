package org.paivand.verifier.witness;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.concurrent.Callable;
import org.paivand.audit.note.Cosigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code witness-key}: prints one line, the verifier key that logs and auditors put into their policies. */
@Command(
        name = "witness-key",
        mixinStandardHelpOptions = true,
        description = "Makes a witness's key and prints what others need of it.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:made", "2:wrong use, or the file can't be written or is there already"})
public final class WitnessKeyCommand implements Callable<Integer> {
    private static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "Where to; never overwritten.")
    private Path key = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "The witness's name: yours, for ever, like witness.ombudsman.example/1.")
    private String name = "";

    @Override
    public Integer call() {
        try {
            KeyPair pair = KeyFile.fresh();
            Cosigner cosigner = new Cosigner(name, pair.getPublic(), pair.getPrivate());
            KeyFile.write(key, pair);
            spec.commandLine().getOut().println(cosigner.verifierKey().text());
            return 0;
        } catch (FileAlreadyExistsException taken) {
            spec.commandLine().getErr().println(key + " is there already");
        } catch (IOException | IllegalArgumentException failed) {
            spec.commandLine().getErr().println("can't make a key: " + failed.getMessage());
        }
        return WRONG_USE;
    }
}
