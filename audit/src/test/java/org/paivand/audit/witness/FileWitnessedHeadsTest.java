package org.paivand.audit.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.merkle.Hash;

class FileWitnessedHeadsTest extends WitnessedHeadsContract {
    @TempDir
    Path folder;

    private final List<FileWitnessedHeads> opened = new ArrayList<>();

    @Override
    protected WitnessedHeads heads() throws IOException {
        FileWitnessedHeads heads = FileWitnessedHeads.open(file());
        opened.add(heads);
        return heads;
    }

    @AfterEach
    void close() throws IOException {
        for (FileWitnessedHeads heads : opened) {
            heads.close();
        }
    }

    @Test
    void remembersAfterARestartAndLeavesNothingElseBehind() throws Exception {
        try (FileWitnessedHeads heads = FileWitnessedHeads.open(file())) {
            heads.record("b.example", Optional.empty(), head(7));
            heads.record("a.example", Optional.empty(), head(3));
        }

        assertEquals(Optional.of(head(7)), heads().last("b.example"));
        String[] files = folder.toFile().list();
        Arrays.sort(files);
        assertArrayEquals(new String[] {"state", "state.lock"}, files);
    }

    @Test
    void keepsTheOldOrTheNewIfTheProcessDiesWhileItWrites() throws Exception {
        try (FileWitnessedHeads heads = FileWitnessedHeads.open(file())) {
            heads.record("log.example", Optional.empty(), head(7));
        }

        Files.writeString(folder.resolve("state.next"), "half of what was to be writ");

        WitnessedHeads heads = heads();
        assertEquals(Optional.of(head(7)), heads.last("log.example"));
        assertTrue(heads.record("log.example", Optional.of(head(7)), head(9)));
    }

    @Test
    void belongsToOneAtATime() throws Exception {
        FileWitnessedHeads first = FileWitnessedHeads.open(file());
        assertThrows(IOException.class, () -> FileWitnessedHeads.open(file()));
        first.close();

        assertThrows(IOException.class, () -> first.last("log.example"));
        assertThrows(IOException.class, () -> first.record("log.example", Optional.empty(), head(1)));
        assertEquals(Optional.empty(), heads().last("log.example"));
    }

    @Test
    void doesNotTakeADamagedFileForAnEmptyOne() throws Exception {
        try (FileWitnessedHeads heads = FileWitnessedHeads.open(file())) {
            heads.record("a.example", Optional.empty(), head(3));
            heads.record("b.example", Optional.empty(), head(7));
        }
        byte[] sound = Files.readAllBytes(file());

        for (int length = 0; length < sound.length; length++) {
            Files.write(file(), Arrays.copyOf(sound, length));
            assertThrows(IOException.class, this::heads, "cut to " + length);
        }
        for (int at = 0; at < sound.length; at++) {
            byte[] altered = sound.clone();
            altered[at] ^= 1;
            Files.write(file(), altered);
            assertThrows(IOException.class, this::heads, "altered at " + at);
        }
    }

    @Test
    void refusesContentThatIsWholeAndImpossible() throws Exception {
        String root = Hash.EMPTY.hex();
        for (String line : List.of(
                "1 " + root + " 0",
                "01 " + root + " 0 a.example",
                "-1 " + root + " 0 a.example",
                "1 " + root.substring(2) + " 0 a.example",
                "0 " + Hash.leaf(new byte[0]).hex() + " 0 a.example",
                "1 " + root + " -1 a.example",
                "1 " + root + " 9223372036854775807 a.example",
                "1 " + root + " 0 a.example\n1 " + root + " 0 a.example",
                "")) {
            String text = "paivand-witness/v1\n" + line + "\n";
            Files.writeString(file(), text + Hash.sha256(text.getBytes(StandardCharsets.UTF_8)) + "\n");

            assertThrows(IOException.class, this::heads, line);
        }
    }

    private Path file() {
        return folder.resolve("state");
    }
}
