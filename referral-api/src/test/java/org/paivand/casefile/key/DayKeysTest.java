package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayKeysTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");
    private static final byte[] LETTER = "a letter".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder = Path.of("");

    private final UUID id = UUID.randomUUID();

    /** Made before each test. */
    private DayKeys[] keys = {};

    @BeforeEach
    void make() throws Exception {
        Keystore keystore = TestKeystores.complete(folder, "node.p12");
        keys = new DayKeys[] {new DayKeys(folder.resolve("keys"), KeystoreWrapping.master(keystore))};
    }

    @Test
    void opensWhatItSealedForThatLetterAndNoOther() throws Exception {
        byte[] sealed = keys[0].seal(DAY, id, LETTER);

        assertArrayEquals(LETTER, keys[0].open(id, sealed));
        assertThrows(BrokenSealException.class, () -> keys[0].open(UUID.randomUUID(), sealed));
        sealed[4]++;
        assertThrows(ShreddedException.class, () -> keys[0].open(id, sealed), "of a day that has no key");
        assertThrows(BrokenSealException.class, () -> keys[0].open(id, new byte[3]));
        assertThrows(BrokenSealException.class, () -> keys[0].open(id, new byte[64]));
    }

    @Test
    void aDayHasOneFileHoweverManyLettersCome() throws Exception {
        for (int i = 0; i < 50; i++) {
            keys[0].seal(DAY, UUID.randomUUID(), LETTER);
        }

        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            assertEquals(
                    1, files.filter(file -> file.toString().endsWith(".key")).count());
        }
    }

    @Test
    void noLetterOfADayThatWasDestroyedOpensAgain() throws Exception {
        byte[] old = keys[0].seal(DAY.minusDays(1), id, LETTER);
        byte[] present = keys[0].seal(DAY, id, LETTER);

        assertEquals(1, keys[0].destroyBefore(DAY));
        assertEquals(0, keys[0].destroyBefore(DAY));

        assertThrows(ShreddedException.class, () -> keys[0].open(id, old));
        assertArrayEquals(LETTER, keys[0].open(id, present));
    }
}
