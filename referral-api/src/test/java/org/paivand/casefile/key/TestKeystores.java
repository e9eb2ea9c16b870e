package org.paivand.casefile.key;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keystores as an operator makes them, with the JDK's keytool. */
public final class TestKeystores {

    public static final char[] PASSWORD = "for-tests-only".toCharArray();

    private TestKeystores() {}

    public static Keystore complete(Path directory, String name) throws Exception {
        Path file = directory.resolve(name);
        signingKey(file, "Ed25519");
        signingKey(file, "PKCS12", "directory-signing", "Ed25519");
        for (String alias : List.of("master", "evidence", "token")) {
            secretKey(file, alias, 256);
        }
        return Keystore.load(file, PASSWORD);
    }

    public static String password() {
        return new String(PASSWORD);
    }

    static void signingKey(Path file, String algorithm) throws IOException, InterruptedException {
        signingKey(file, "PKCS12", "log-signing", algorithm);
    }

    public static void signingKey(Path file, String type, String alias, String algorithm)
            throws IOException, InterruptedException {
        String password = new String(PASSWORD);
        keytool(
                file,
                type,
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                algorithm,
                "-dname",
                "CN=log",
                "-keypass",
                password);
    }

    static void secretKey(Path file, String alias, int bits) throws IOException, InterruptedException {
        keytool(file, "PKCS12", "-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", Integer.toString(bits));
    }

    static void delete(Path file, String alias) throws IOException, InterruptedException {
        keytool(file, "PKCS12", "-delete", "-alias", alias);
    }

    private static void keytool(Path file, String type, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", type));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = process.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !Files.exists(file)) {
                throw new IOException("keytool failed: " + said);
            }
        }
    }
}
