package org.paivand.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing means something only if it finds what is there. */
class NeedlesTest {
    private static final String SECRET = "Нозанин secret+7/Q";
    private static final Needles NEEDLES = Needles.of(List.of(SECRET, "another", "secret-7"));

    @TempDir
    Path folder;

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        byte[] noise = new byte[1 << 20];
        new Random(7).nextBytes(noise);
        Files.write(folder.resolve("noise"), noise);
        Files.write(folder.resolve("empty"), new byte[0]);

        assertEquals(Set.of(), NEEDLES.below(folder));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 4095, 70_000})
    void findsTheTextInEachFormWhateverStandsBeforeIt(int before) throws Exception {
        byte[] utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(utf8);
        finds("plain", before, utf8);
        finds("UTF-16LE", before, SECRET.getBytes(StandardCharsets.UTF_16LE));
        finds("UTF-16BE", before, SECRET.getBytes(StandardCharsets.UTF_16BE));
        finds("hex", before, ascii(hex));
        finds("hex", before, ascii(hex.toUpperCase(java.util.Locale.ROOT)));
        finds("URL", before, ascii(java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8)));
        finds("URL", before, ascii(HexFormat.of().withPrefix("%").formatHex(utf8)));
        finds("base64", 0, Base64.getEncoder().encode(surrounded(before, utf8)));
        finds("base64", 0, Base64.getUrlEncoder().encode(surrounded(before, utf8)));
        finds("base64", 0, Base64.getEncoder().encode(surrounded(before, SECRET.getBytes(StandardCharsets.UTF_16LE))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5000})
    void findsTheTextInWhatIsPacked(int before) throws Exception {
        byte[] content = surrounded(20_000, SECRET.getBytes(StandardCharsets.UTF_8));
        byte[] inBase64 = surrounded(100, Base64.getEncoder().encode(surrounded(1, content)));
        finds("in gzip: ", before, gzip(content));
        finds("in gzip: ", before, gzip(inBase64));
        finds("in zlib: ", before, zlib(content));
        finds("in zip: ", before, zip(content));
        finds("in zip in gzip: ", before, zip(gzip(content)));
        finds("in base64 in gzip: ", before, Base64.getEncoder().encode(gzip(content)));
        finds("in zip: ", before, zip(inBase64));
        finds("in base64 in zip: ", before, Base64.getEncoder().encode(zip(content)));
        finds("in base64 in zlib: ", before, Base64.getEncoder().encode(zlib(content)));
    }

    @Test
    void findsTheTextInAStreamThatIsCutOff() throws Exception {
        byte[] packed = gzip(surrounded(10, SECRET.getBytes(StandardCharsets.UTF_8)));

        finds("in gzip: ", 3, java.util.Arrays.copyOf(packed, packed.length - 9));
    }

    @Test
    void tellsWhichTextItIsAlsoWhereOneIsWithinAnother() {
        Needles nested = Needles.of(List.of("abcd", "bc", "cde"));

        assertEquals(
                Set.of(
                        "x: abcd plain",
                        "x: bc plain",
                        "x: cde plain",
                        "x: abcd quoted",
                        "x: bc quoted",
                        "x: cde quoted"),
                onlyPlain(nested.in("x", ascii("zabcdez"))));
    }

    @Test
    void marksEveryTextThatCanBeTyped() {
        assertEquals(
                List.of(
                        "contact/value",
                        "contact/viaPerson/name",
                        "health/allergy/0",
                        "health/medication/0",
                        "identity/aliases/0",
                        "identity/familyName/value",
                        "identity/givenName/value",
                        "identity/patronymic/value",
                        "identity/preferredName",
                        "legal/criminalCaseNumber",
                        "safety/safetyPlan",
                        "travel/itinerary/0/from/place",
                        "travel/travelDocument/number",
                        "whereabouts/place"),
                MarkedSections.fields().stream().sorted().toList());
    }

    private static Set<String> onlyPlain(Set<String> found) {
        found.removeIf(one -> one.endsWith(" URL"));
        return found;
    }

    private void finds(String form, int before, byte[] hidden) throws Exception {
        Path file = Files.write(folder.resolve("hidden"), surrounded(before, hidden));

        Set<String> found = NEEDLES.below(folder);

        Files.delete(file);
        assertTrue(
                found.stream().anyMatch(one -> one.contains(form) && one.contains(SECRET)),
                () -> form + " after " + before + ": " + found);
        assertFalse(found.stream().anyMatch(one -> one.contains("another") || one.contains("secret-7")));
    }

    private static byte[] surrounded(int before, byte[] bytes) {
        byte[] all = new byte[before + bytes.length + 7];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i % 2 == 0 ? '(' : ')');
        }
        System.arraycopy(bytes, 0, all, before, bytes.length);
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] content) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zlib(byte[] content) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] content) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("a/b.json"));
            out.write(content);
        }
        return packed.toByteArray();
    }
}
