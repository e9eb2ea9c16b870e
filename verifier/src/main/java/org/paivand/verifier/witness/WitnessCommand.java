package org.paivand.verifier.witness;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.witness.FileWitnessedHeads;
import org.paivand.audit.witness.Witness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code witness}: runs until it is ended, and says in one line where: {@code listening URL KEY}. */
@Command(
        name = "witness",
        mixinStandardHelpOptions = true,
        description = "Cosigns the checkpoints of other people's logs (C2SP tlog-witness).",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"2:wrong use, or a file that can't be read or is in use", "143:ended by SIGTERM"})
public final class WitnessCommand implements Callable<Integer> {
    private static final int WRONG_USE = 2;
    private static final int MAX_POLICY_BYTES = 65_536;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--key", required = true, paramLabel = "FILE", description = "The key that witness-key made.")
    private Path key = Path.of("");

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "The name it was made for.")
    private String name = "";

    @Option(
            names = "--logs",
            required = true,
            paramLabel = "POLICY",
            description = "The logs to witness: a C2SP tlog-policy with their keys, and quorum none.")
    private Path logs = Path.of("");

    @Option(
            names = "--state",
            required = true,
            paramLabel = "FILE",
            description = "What was cosigned. Made at the first start; never delete it, never restore it from a copy.")
    private Path state = Path.of("");

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "To listen at; put a proxy with TLS before it (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "To listen at; 0 finds a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try (FileWitnessedHeads heads = FileWitnessedHeads.open(state);
                WitnessServer server = new WitnessServer(
                        witness(heads),
                        new InetSocketAddress(InetAddress.getByName(address), port),
                        Clock.systemUTC(),
                        line -> log(err, line))) {
            CountDownLatch end = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "paivand-witness-end"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("listening " + server.url() + " " + server.verifierKey().text());
            out.flush();
            end.await();
            return 0;
        } catch (IOException | IllegalArgumentException unusable) {
            err.println("can't witness: " + unusable.getMessage());
        } catch (MalformedException malformed) {
            err.println("can't witness: " + logs + ": " + malformed.reason());
        }
        return WRONG_USE;
    }

    private static void log(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }

    private Witness witness(FileWitnessedHeads heads) throws IOException, MalformedException {
        KeyPair pair = KeyFile.read(key);
        try (InputStream in = Files.newInputStream(logs)) {
            WitnessPolicy policy = WitnessPolicy.parse(in.readNBytes(MAX_POLICY_BYTES + 1));
            return new Witness(policy.logs(), heads, new Cosigner(name, pair.getPublic(), pair.getPrivate()));
        }
    }
}
