package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The jar that an auditor is handed. */
class ShadedJarIT extends EvidenceTest {
    private static final Path JAR = Path.of(System.getProperty("verifier.jar", ""));
    private static final List<String> OURS = List.of(
            "org/paivand/audit/",
            "org/paivand/disclosure/",
            "org/paivand/export/",
            "org/paivand/registry/",
            "org/paivand/verifier/");
    private static final List<String> OTHERS =
            List.of("com/fasterxml/jackson/", "picocli/", "org/jspecify/annotations/", "META-INF/");

    /** A name, and no way to what it names. */
    private static final String URI = "java/net/URI";

    /** What serves as a witness may listen; what verifies may not. */
    private static final List<String> LISTENING =
            List.of("org/paivand/audit/witness/", "org/paivand/verifier/witness/");

    @Test
    void holdsNoServerNoDatabaseAndNothingElse() throws IOException {
        List<String> strangers = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .filter(name -> OURS.stream().noneMatch(name::startsWith)
                            && OTHERS.stream().noneMatch(name::startsWith))
                    .forEach(strangers::add);
        }
        assertEquals(List.of(), strangers);
    }

    @Test
    void noneOfOurClassesKnowsNetworkDatabaseOrJakarta() throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                boolean ours = OURS.stream().anyMatch(entry.getName()::startsWith)
                        && LISTENING.stream().noneMatch(entry.getName()::startsWith);
                if (!ours || !entry.getName().endsWith(".class")) {
                    continue;
                }
                String constants = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1)
                        .replace(URI, "");
                for (String foreign :
                        List.of("java/net/", "java/sql/", "javax/", "jakarta/", "java/nio/channels/Socket")) {
                    if (constants.contains(foreign)) {
                        found.add(entry.getName() + " names " + foreign);
                    }
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void verifiesInAJavaThatHasNothingButItsBaseAndEd25519() throws Exception {
        Book book = Book.of(9);
        Path trust = trust(book);

        assertEquals("VALID", lastLine(0, trust, file(book.bundle())));
        assertEquals("VALID", lastLine(0, trust, file(book.proof(3).encode())));
        assertEquals("REFUSED", lastLine(1, trust, file(Book.of(9).bundle())));
    }

    @Test
    void aBombOfAGigabyteTakesNoMemory() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("manifest"));
            for (int i = 0; i < 1024; i++) {
                zip.write(new byte[1 << 20]);
            }
        }

        assertEquals("REFUSED", lastLine(1, trust(new Book()), file(out.toByteArray())));
    }

    private Path trust(Book book) throws IOException {
        return Files.writeString(
                folder.resolve("trust"), "log " + book.key.verifierKey().text() + "\nquorum none\n");
    }

    private String lastLine(int status, Path trust, Path evidence) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "--limit-modules",
                        "java.base,jdk.crypto.ec,jdk.httpserver",
                        "-jar",
                        JAR.toString(),
                        "verify",
                        "--trust",
                        trust.toString(),
                        evidence.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String printed = Files.readString(output);
        assertEquals(status, process.exitValue(), printed);
        return printed.lines().reduce((one, other) -> other).orElse("");
    }
}
