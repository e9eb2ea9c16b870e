package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

class FileCaseKeysTest {

    private static final CaseId CASE = new CaseId(UUID.fromString("6f0c0a7e-3f6f-4a63-9c5e-2b7d7ac54f10"));
    private static final CaseId OTHER = new CaseId(UUID.fromString("0d5e1c52-8b5b-4a35-8f0e-52f0a6f4f7aa"));
    private static final byte[] PLAIN = "{\"preferredName\":\"Нозанин\"}".getBytes(StandardCharsets.UTF_8);
    private static final KeyUse IDENTITY = KeyUses.release(Category.IDENTITY);
    private static final KeyUse CONTACT = KeyUses.release(Category.CONTACT);

    @TempDir
    private static Path keystores;

    private static Keystore keystore;
    private static Keystore foreign;

    @TempDir
    private Path directory;

    private FileCaseKeys keys;

    @BeforeAll
    static void makeKeystores() throws Exception {
        keystore = TestKeystores.complete(keystores, "node.p12");
        foreign = TestKeystores.complete(keystores, "foreign.p12");
    }

    @BeforeEach
    void createTwoCases() throws Exception {
        keys = new FileCaseKeys(directory.resolve("keys"), KeystoreWrapping.master(keystore));
        keys.create(CASE);
        keys.create(OTHER);
    }

    @Test
    void opensWhatItSealed() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        assertArrayEquals(PLAIN, keys.open(IDENTITY, CASE, 1, sealed));
        assertArrayEquals(
                PLAIN,
                new FileCaseKeys(directory.resolve("keys"), KeystoreWrapping.master(keystore))
                        .open(IDENTITY, CASE, 1, sealed));
        assertFalse(new String(sealed, StandardCharsets.UTF_8).contains("preferredName"));
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() throws Exception {
        byte[] first = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);
        byte[] second = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        assertFalse(Arrays.equals(Arrays.copyOfRange(first, 1, 13), Arrays.copyOfRange(second, 1, 13)));
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void opensNoRowOfAnotherCaseCategoryOrVersion() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 2, PLAIN);
        byte[] ofOther = keys.seal(OTHER, Category.IDENTITY, 2, PLAIN);

        broken(() -> keys.open(IDENTITY, OTHER, 2, sealed));
        broken(() -> keys.open(IDENTITY, CASE, 2, ofOther));
        broken(() -> keys.open(CONTACT, CASE, 2, sealed));
        broken(() -> keys.open(IDENTITY, CASE, 1, sealed));
        broken(() -> keys.open(IDENTITY, CASE, 3, sealed));
    }

    @Test
    void opensNothingInWhichOneBitIsFlipped() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            broken(() -> keys.open(IDENTITY, CASE, 1, altered));
        }
    }

    @Test
    void opensNothingThatIsCutShortOrGoesOn() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            broken(() -> keys.open(IDENTITY, CASE, 1, cut));
        }
        broken(() -> keys.open(IDENTITY, CASE, 1, Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    void opensASecretOnlyAsTheSameSecretOfTheSameOwner() throws Exception {
        UUID event = UUID.fromString("77b1c9a2-9a6d-4b6b-a2f3-f0f2d5e6a001");
        byte[] alias = CASE.bytes();

        byte[] sealed = keys.seal(CASE, CaseSecret.ALIAS, CASE.value(), alias);

        assertArrayEquals(alias, keys.open(CASE, CaseSecret.ALIAS, CASE.value(), sealed));
        broken(() -> keys.open(CASE, CaseSecret.PAYLOAD_SALT, CASE.value(), sealed));
        broken(() -> keys.open(CASE, CaseSecret.ALIAS, event, sealed));
        broken(() -> keys.open(OTHER, CaseSecret.ALIAS, CASE.value(), sealed));
        broken(() -> keys.open(IDENTITY, CASE, 1, sealed));
        keys.destroy(CASE);
        assertThrows(NoCaseKeyException.class, () -> keys.open(CASE, CaseSecret.ALIAS, CASE.value(), sealed));
    }

    @Test
    void takesNoSectionForASecret() throws Exception {
        byte[] section = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        for (CaseSecret secret : CaseSecret.values()) {
            broken(() -> keys.open(CASE, secret, CASE.value(), section));
        }
    }

    @Test
    void remembersWhatItDestroyedAndNotWhatIsMissing() throws Exception {
        assertEquals(Set.of(), keys.destroyed());

        keys.destroy(CASE);
        keys.destroy(CASE);

        assertEquals(Set.of(CASE), keys.destroyed());
    }

    @Test
    void opensNothingOnceTheKeyIsDestroyed() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);
        byte[] ofOther = keys.seal(OTHER, Category.IDENTITY, 1, PLAIN);

        keys.destroy(CASE);
        keys.destroy(CASE);

        assertThrows(NoCaseKeyException.class, () -> keys.open(IDENTITY, CASE, 1, sealed));
        assertThrows(NoCaseKeyException.class, () -> keys.seal(CASE, Category.IDENTITY, 2, PLAIN));
        assertArrayEquals(PLAIN, keys.open(IDENTITY, OTHER, 1, ofOther));
        keys.create(CASE);
        broken(() -> keys.open(IDENTITY, CASE, 1, sealed));
    }

    @Test
    void opensNothingWithoutAKeyOrWithADamagedOne() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);
        byte[] whole = Files.readAllBytes(file(CASE));

        for (int length = 0; length < whole.length; length++) {
            Files.write(file(CASE), Arrays.copyOf(whole, length));
            broken(() -> keys.open(IDENTITY, CASE, 1, sealed));
            broken(() -> keys.seal(CASE, Category.IDENTITY, 2, PLAIN));
        }
        Files.delete(file(CASE));
        assertThrows(NoCaseKeyException.class, () -> keys.open(IDENTITY, CASE, 1, sealed));
    }

    @Test
    void takesNoKeyFileOfAnotherCase() throws Exception {
        byte[] sealed = keys.seal(OTHER, Category.IDENTITY, 1, PLAIN);

        Files.copy(file(OTHER), file(CASE), StandardCopyOption.REPLACE_EXISTING);

        broken(() -> keys.open(IDENTITY, CASE, 1, sealed));
    }

    @Test
    void opensNothingUnderAnotherMasterKey() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        FileCaseKeys elsewhere = new FileCaseKeys(directory.resolve("keys"), KeystoreWrapping.master(foreign));

        broken(() -> elsewhere.open(IDENTITY, CASE, 1, sealed));
        broken(() -> elsewhere.seal(CASE, Category.IDENTITY, 2, PLAIN));
    }

    @Test
    void keepsTheKeyOfACaseThatHasOne() throws Exception {
        byte[] sealed = keys.seal(CASE, Category.IDENTITY, 1, PLAIN);

        assertThrows(IllegalStateException.class, () -> keys.create(CASE));

        assertArrayEquals(PLAIN, keys.open(IDENTITY, CASE, 1, sealed));
    }

    @Test
    void sealsNoVersionBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> keys.seal(CASE, Category.IDENTITY, 0, PLAIN));
        assertThrows(IllegalArgumentException.class, () -> keys.open(IDENTITY, CASE, -1, PLAIN));
    }

    @Test
    void leavesOneFileACaseThatOnlyItsOwnerCanRead() throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve("keys"))) {
            List<Path> found = files.sorted().toList();

            assertEquals(List.of(file(OTHER), file(CASE)), found);
            for (Path file : found) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                assertEquals(61, Files.size(file));
            }
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))));
    }

    @Test
    void refusesADirectoryThatOthersCanEnter() throws IOException {
        Path open = Files.createDirectory(directory.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        KeysUnavailableException refused = assertThrows(
                KeysUnavailableException.class, () -> new FileCaseKeys(open, KeystoreWrapping.master(keystore)));

        assertTrue(String.valueOf(refused.getMessage()).contains("can't be used"));
    }

    @Test
    void saysThatTheKeysCannotBeReachedRatherThanThatTheyAreGone() throws Exception {
        Files.delete(file(CASE));
        Files.createDirectory(file(CASE));

        assertThrows(KeysUnavailableException.class, () -> keys.seal(CASE, Category.IDENTITY, 1, PLAIN));
    }

    private Path file(CaseId caseId) {
        return directory.resolve("keys").resolve(caseId + ".key");
    }

    private static void broken(Executable opening) {
        assertThrows(BrokenSealException.class, opening);
    }
}
