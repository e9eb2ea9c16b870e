package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.MalformedException;

class ZipMembersTest {
    private static final byte[] A = "aaaaaaaaaaaaaaaa".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] B = "b".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void readsStoredAndDeflatedMembers() throws Exception {
        byte[] zip =
                new RawZip().add("a", A, lie(lie -> lie.method = 8)).add("b", B).bytes();

        assertDoesNotThrow(() -> readAB(zip));
    }

    @Test
    void refusesEveryLieInAHeader() {
        refuses(lie -> lie.localName = "c");
        refuses(lie -> lie.flags = 0x0001);
        refuses(lie -> lie.flags = 0x0008);
        refuses(lie -> lie.flags = 0x0020);
        refuses(lie -> lie.flags = 0x2000);
        refuses(lie -> lie.method = 1);
        refuses(lie -> lie.method = 12);
        refuses(lie -> lie.crcDelta = 1);
        refuses(lie -> lie.localCrcDelta = 1);
        refuses(lie -> lie.unpackedDelta = 1);
        refuses(lie -> lie.unpackedDelta = -1);
        refuses(lie -> lie.packedDelta = 1);
        refuses(lie -> lie.packedDelta = -1);
        refuses(lie -> lie.offsetDelta = 1);
        refuses(lie -> lie.offsetDelta = -1);
        refuses(lie -> lie.localExtra = new byte[] {1, 0, 0, 0});
        refuses(lie -> lie.centralExtra = new byte[] {1, 0, 0, 0});
        refuses(lie -> lie.comment = new byte[] {1});
        refuses(lie -> lie.after = new byte[] {1});
        refuses(lie -> lie.hidden = true);
    }

    @Test
    void refusesEveryLieAboutDeflatedContent() {
        for (int delta : new int[] {-16, -15, -1, 1, 1000}) {
            refuses(lie -> {
                lie.method = 8;
                lie.unpackedDelta = delta;
            });
        }
        for (int delta : new int[] {-1, 1}) {
            refuses(lie -> {
                lie.method = 8;
                lie.packedDelta = delta;
            });
        }
        refuses(lie -> {
            lie.method = 8;
            lie.packedDelta = 4;
            lie.after = new byte[4];
        });
    }

    @Test
    void refusesBytesThatBelongToNoMember() {
        RawZip zip = new RawZip().add("a", A).add("b", B);
        byte[] good = zip.bytes();

        assertRefuses(zip.bytes(new byte[] {0}, new byte[0], 0));
        assertRefuses(zip.bytes(new byte[0], new byte[] {0}, 0));
        assertRefuses(zip.bytes(new byte[0], new byte[0], 1));
        assertRefuses(zip.bytes(new byte[0], new byte[0], -1));
        assertRefuses(concat(new byte[] {0}, good));
        assertRefuses(concat(good, new byte[] {0}));
        assertRefuses(concat(good, good));
    }

    @Test
    void refusesAMemberThatOnlyOneOfTwoReadersWouldSee() {
        RawZip hidden = new RawZip()
                .add("a", A)
                .add("b", A, lie(lie -> lie.hidden = true))
                .add("b", B);

        assertRefuses(hidden.bytes());
    }

    @Test
    void refusesDoubledReorderedMissingAndForeignMembers() {
        assertRefuses(new RawZip().add("a", A).add("a", A).add("b", B).bytes());
        assertRefuses(new RawZip().add("a", A).add("b", B).add("b", B).bytes());
        assertRefuses(new RawZip().add("b", B).add("a", A).bytes());
        assertRefuses(new RawZip().add("a", A).bytes());
        assertRefuses(new RawZip().bytes());
        assertRefuses(
                new RawZip().add("a", A).add("b", B).add("../../etc/passwd", B).bytes());
        assertRefuses(
                new RawZip().add("a", A).add("b", B).add("c/", new byte[0]).bytes());
    }

    @Test
    void refusesNamesThatAreNotPlainAscii() {
        for (String name : new String[] {"\u00e9", "a b", "a\u0000", "a\n", "", "x".repeat(129)}) {
            assertRefuses(new RawZip().add("a", A).add(name, B).bytes());
        }
    }

    @Test
    void refusesContentLargerThanItsKindMayBe() {
        byte[] bomb = new RawZip()
                .add("a", new byte[5_000_000], lie(lie -> lie.method = 8))
                .add("b", B)
                .bytes();

        assertRefuses(bomb);
    }

    @Test
    void refusesEveryTruncation() {
        byte[] good =
                new RawZip().add("a", A, lie(lie -> lie.method = 8)).add("b", B).bytes();

        for (int length = 0; length < good.length; length++) {
            assertRefuses(Arrays.copyOf(good, length));
        }
    }

    /** Only what no reader acts upon may change: versions and attributes. */
    @Test
    void noAlteredByteGivesOtherContent() {
        byte[] good =
                new RawZip().add("a", A, lie(lie -> lie.method = 8)).add("b", B).bytes();

        int refused = 0;
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = good.clone();
                altered[i] ^= (byte) (1 << bit);
                try {
                    readAB(altered);
                } catch (MalformedException | IOException e) {
                    refused++;
                }
            }
        }
        org.junit.jupiter.api.Assertions.assertTrue(refused > good.length * 6, refused + " of " + good.length * 8);
    }

    private void refuses(Consumer<RawZip.Lie> about) {
        assertRefuses(new RawZip().add("a", A, lie(about)).add("b", B).bytes());
        assertRefuses(new RawZip().add("a", A).add("b", B, lie(about)).bytes());
    }

    private void assertRefuses(byte[] zip) {
        assertThrows(MalformedException.class, () -> readAB(zip));
    }

    private void readAB(byte[] bytes) throws IOException, MalformedException {
        Path file = folder.resolve("test.zip");
        Files.write(file, bytes);
        try (ZipMembers zip = ZipMembers.open(file)) {
            assertArrayEquals(A, zip.content("a", 1000));
            assertArrayEquals(B, zip.content("b", 1000));
            zip.requireEnd();
        }
    }

    private static RawZip.Lie lie(Consumer<RawZip.Lie> about) {
        RawZip.Lie lie = new RawZip.Lie();
        about.accept(lie);
        return lie;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
