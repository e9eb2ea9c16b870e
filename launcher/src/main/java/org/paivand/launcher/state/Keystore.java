package org.paivand.launcher.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.launcher.process.StartFailedException;

/**
 * The installation's keys: one PKCS#12 file, made once, of mode 600. {@code log-signing} (Ed25519) signs checkpoints, {@code
 * directory-signing} (Ed25519) the directory that others take away,
 * {@code master} wraps case keys, {@code evidence} seals openings, {@code token} keys case tokens (each AES-256).
 * It is never made again: without {@code master} no case can be read, and without {@code log-signing} the log ends.
 */
public record Keystore(Path folder) {
    private static final String PASSWORD_VARIABLE = "PAIVAND_KEYSTORE_PASSWORD";
    private static final String SIGNING_KEY = "log-signing";
    private static final String DIRECTORY_KEY = "directory-signing";
    private static final List<String> SECRET_KEYS = List.of("master", "evidence", "token");

    public Path file() {
        return folder.resolve("paivand.p12");
    }

    /** One wrapped key for each case. */
    public Path caseKeys() {
        return folder.resolve("cases");
    }

    /** Makes the file if it is missing; an existing one is left as it is. */
    public void create(String password) throws IOException, StartFailedException, InterruptedException {
        PrivateFile.folder(folder);
        PrivateFile.folder(caseKeys());
        if (Files.exists(file())) {
            return;
        }
        Path half = folder.resolve("paivand.p12.half");
        Files.deleteIfExists(half);
        signingKey(password, half, SIGNING_KEY);
        signingKey(password, half, DIRECTORY_KEY);
        for (String alias : SECRET_KEYS) {
            secretKey(password, half, alias);
        }
        PrivateFile.close(half);
        Files.move(half, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Adds the signing key of a further log; the others stay as they are. */
    public void addSigningKey(String password, String origin)
            throws IOException, StartFailedException, InterruptedException {
        change(half -> signingKey(password, half, aliasOf(origin)));
    }

    /** Adds a further generation of a wrapping key; a node that runs sees it by itself. */
    public void addGeneration(String password, WrappingKey key, int generation)
            throws IOException, StartFailedException, InterruptedException {
        change(half -> secretKey(password, half, key.alias(generation)));
    }

    /** Takes a generation out, for ever. */
    public void removeGeneration(String password, WrappingKey key, int generation)
            throws IOException, StartFailedException, InterruptedException {
        change(half -> keytool(password, half, "-delete", "-alias", key.alias(generation)));
    }

    /** The generations that the keystore has of a key. */
    public NavigableSet<Integer> generations(String password, WrappingKey key) throws IOException {
        try (InputStream in = Files.newInputStream(file())) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            NavigableSet<Integer> found = new TreeSet<>();
            for (String alias : Collections.list(keys.aliases())) {
                key.generation(alias).ifPresent(found::add);
            }
            return found;
        } catch (GeneralSecurityException unreadable) {
            throw new IOException("the keystore can't be read", unreadable);
        }
    }

    private interface Change {
        void make(Path half) throws IOException, StartFailedException, InterruptedException;
    }

    /** On a copy that then takes the file's place. */
    private void change(Change change) throws IOException, StartFailedException, InterruptedException {
        Path half = folder.resolve("paivand.p12.half");
        Files.copy(file(), half, StandardCopyOption.REPLACE_EXISTING);
        change.make(half);
        PrivateFile.close(half);
        Files.move(half, file(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The alias of a log's own signing key; the first log's is {@code log-signing}. */
    static String aliasOf(String origin) {
        return SIGNING_KEY + "-" + SignedLogs.suffix(origin);
    }

    private static void secretKey(String password, Path file, String alias)
            throws IOException, StartFailedException, InterruptedException {
        keytool(password, file, "-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", "256");
    }

    private static void signingKey(String password, Path file, String alias)
            throws IOException, StartFailedException, InterruptedException {
        keytool(
                password,
                file,
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "Ed25519",
                "-validity",
                "36500",
                "-dname",
                "CN=Paivand log");
    }

    private static void keytool(String password, Path file, String... arguments)
            throws IOException, StartFailedException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-storetype", "PKCS12", "-storepass:env", PASSWORD_VARIABLE, "-keystore", file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(PASSWORD_VARIABLE, password);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StartFailedException("The JDK's keytool could not make the keystore:\n" + said);
        }
    }
}
