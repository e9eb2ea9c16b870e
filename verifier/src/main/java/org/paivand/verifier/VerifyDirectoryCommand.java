package org.paivand.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.paivand.audit.MalformedException;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.VerifierKey;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.json.SnapshotJson;
import org.paivand.registry.snapshot.DirectorySnapshot;
import org.paivand.registry.snapshot.SnapshotRefusedException;
import org.paivand.registry.snapshot.SnapshotStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-directory}: 0 may be used, 1 refused, 2 wrong use or unreadable file. */
@Command(
        name = "verify-directory",
        mixinStandardHelpOptions = true,
        description = "Checks a signed directory snapshot with no network and no server.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:valid, and not expired", "1:refused", "2:wrong use or unreadable file"})
public final class VerifyDirectoryCommand implements Callable<Integer> {
    private static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY",
            description = "The node's directory key, name+id+key, from somebody who knows it.")
    private String key = "";

    @Option(
            names = "--last",
            paramLabel = "SERIAL",
            description = "The serial of the newest snapshot you used; an older one is refused.")
    private long last;

    @Parameters(index = "0", paramLabel = "NOTE", description = "The signed note.")
    private Path note = Path.of("");

    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "The directory that the note states.")
    private Path document = Path.of("");

    private final Clock clock;

    /** By the clock of this machine: an expired directory can't be told otherwise. */
    public VerifyDirectoryCommand() {
        this(Clock.systemUTC());
    }

    VerifyDirectoryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        VerifierKey trusted = trusted();
        PrintWriter out = spec.commandLine().getOut();
        try {
            DirectorySnapshot snapshot = DirectorySnapshot.verify(
                    read(note, SignedNote.MAX_BYTES),
                    read(document, SnapshotStatement.MAX_DOCUMENT_BYTES),
                    trusted,
                    last,
                    clock.instant());
            Directory directory = SnapshotJson.read(snapshot.document());
            out.print(report(snapshot.statement(), directory));
            return 0;
        } catch (SnapshotRefusedException e) {
            out.println(e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + e.getMessage());
            out.println("REFUSED");
            return 1;
        } catch (InvalidRegistryException e) {
            out.println("malformed: the document is signed, and no directory: " + e.getMessage());
            out.println("REFUSED");
            return 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("can't read: " + e.getMessage());
            return WRONG_USE;
        } finally {
            out.flush();
        }
    }

    private VerifierKey trusted() {
        if (last < 0) {
            throw new ParameterException(spec.commandLine(), "--last is not negative");
        }
        try {
            return VerifierKey.parse(key);
        } catch (MalformedException e) {
            throw new ParameterException(spec.commandLine(), "--key: " + e.reason(), e);
        }
    }

    private static String report(SnapshotStatement statement, Directory directory) {
        return "origin " + statement.origin() + "\nserial " + statement.serial() + "\nissued " + statement.issued()
                + "\nexpires " + statement.expires() + "\nagencies "
                + directory.agencies().size() + "\nlocations "
                + directory.locations().size() + "\nservices "
                + directory.services().size() + "\nnodes "
                + directory.nodes().size() + "\nVALID\n";
    }

    /** One byte more than can be right, so that a larger file is refused and not read whole. */
    private static byte[] read(Path path, long longest) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes((int) longest + 1);
        }
    }
}
