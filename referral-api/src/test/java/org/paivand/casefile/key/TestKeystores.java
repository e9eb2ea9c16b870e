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
        for (String alias : List.of("master", "evidence", "token")) {
            secretKey(file, alias, 256);
        }
        return Keystore.load(file, PASSWORD);
    }

    public static String password() {
        return new String(PASSWORD);
    }

    static void signingKey(Path file, String algorithm) throws IOException, InterruptedException {
        keytool(file, "-genkeypair", "-alias", "log-signing", "-keyalg", algorithm, "-dname", "CN=log");
    }

    static void secretKey(Path file, String alias, int bits) throws IOException, InterruptedException {
        keytool(file, "-genseckey", "-alias", alias, "-keyalg", "AES", "-keysize", Integer.toString(bits));
    }

    private static void keytool(Path file, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool");
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12"));
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
