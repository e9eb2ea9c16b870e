package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceYearsTest {
    private static final UUID RECORD = UUID.fromString("aa3f3d0e-6f3b-4b57-8f8f-0f4b8b2f3c11");
    private static final byte[] OPENING = "opening".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path keystores;

    private static Keystore keystore;
    private static Keystore foreign;

    @TempDir
    private Path folder;

    private Path keys = Path.of("");
    private Optional<EvidenceVault> made = Optional.empty();

    @BeforeAll
    static void makeKeystores() throws Exception {
        keystore = TestKeystores.complete(keystores, "node.p12");
        foreign = TestKeystores.complete(keystores, "foreign.p12");
    }

    @BeforeEach
    void makeVault() throws Exception {
        keys = folder.resolve("keys");
        made = Optional.of(new EvidenceVault(keystore, new YearKeys(keys, KeystoreWrapping.evidence(keystore))));
    }

    private EvidenceVault vault() {
        return made.orElseThrow();
    }

    private byte[] sealed(int year) throws Exception {
        return vault().sealInYear(EvidenceKind.OPENING, RECORD, year, OPENING);
    }

    private byte[] opened(byte[] sealed) throws Exception {
        return vault().openOfAnyYear(EvidenceKind.OPENING, RECORD, sealed);
    }

    @Test
    void opensWhatWasSealedInAnyYear() throws Exception {
        byte[] first = sealed(2026);
        byte[] second = sealed(2027);

        assertArrayEquals(OPENING, opened(first));
        assertArrayEquals(OPENING, opened(second));
        assertEquals(2, files());
    }

    @Test
    void opensWhatWasSealedBeforeThereWereYears() throws Exception {
        assertArrayEquals(OPENING, opened(vault().seal(EvidenceKind.OPENING, RECORD, OPENING)));
        assertEquals(0, files());
    }

    @Test
    void withoutItsYearsKeyARecordIsShreddedAndNoOther() throws Exception {
        byte[] first = sealed(2026);
        byte[] second = sealed(2027);
        byte[] consent = vault().seal(EvidenceKind.CONSENT_EVENT, RECORD, OPENING);

        Files.delete(keys.resolve("evidence-2026.key"));

        assertThrows(ShreddedException.class, () -> opened(first));
        assertArrayEquals(OPENING, opened(second));
        assertArrayEquals(OPENING, vault().open(EvidenceKind.CONSENT_EVENT, RECORD, consent));
        assertFalse(Files.exists(keys.resolve("evidence-2026.key")), "reading makes no key");
    }

    @Test
    void makesNoKeyAgainForAYearWhoseKeyWasDestroyed() throws Exception {
        byte[] first = sealed(2026);
        byte[] second = sealed(2027);
        YearKeys years = new YearKeys(keys, KeystoreWrapping.evidence(keystore));

        years.destroy(2026);
        years.destroy(2026);

        assertFalse(Files.exists(keys.resolve("evidence-2026.key")));
        assertThrows(ShreddedException.class, () -> opened(first));
        assertThrows(KeysUnavailableException.class, () -> sealed(2026));
        assertArrayEquals(OPENING, opened(second));
        years.destroy(2028);
        assertThrows(KeysUnavailableException.class, () -> sealed(2028));
    }

    @Test
    void tellsItsYearByItsFirstBytes() throws Exception {
        assertArrayEquals(EvidenceVault.beginning(2026), java.util.Arrays.copyOf(sealed(2026), 3));
        assertFalse(java.util.Arrays.equals(EvidenceVault.beginning(2026), EvidenceVault.beginning(2027)));
    }

    @Test
    void isNotOpenedByAKeyThatWasMadeAgain() throws Exception {
        byte[] first = sealed(2026);
        Files.delete(keys.resolve("evidence-2026.key"));
        sealed(2026);

        assertThrows(BrokenSealException.class, () -> opened(first));
    }

    @Test
    void takesNoKeyOfAnotherYearNodeOrLength() throws Exception {
        byte[] first = sealed(2026);
        Path key = keys.resolve("evidence-2026.key");
        byte[] genuine = Files.readAllBytes(key);
        Files.write(keys.resolve("evidence-2027.key"), genuine);

        assertThrows(BrokenSealException.class, () -> sealed(2027));
        EvidenceVault another = new EvidenceVault(foreign, new YearKeys(keys, KeystoreWrapping.evidence(foreign)));
        assertThrows(BrokenSealException.class, () -> another.openOfAnyYear(EvidenceKind.OPENING, RECORD, first));
        Files.write(key, new byte[0]);
        assertThrows(BrokenSealException.class, () -> opened(first));
    }

    @Test
    void takesNoBytesOfAnotherRecordKindOrYear() throws Exception {
        byte[] first = sealed(2026);
        sealed(2027);
        byte[] moved = first.clone();
        moved[2]++;

        assertThrows(BrokenSealException.class, () -> opened(moved));
        assertThrows(
                BrokenSealException.class, () -> vault().openOfAnyYear(EvidenceKind.OPENING, new UUID(1, 1), first));
        assertThrows(
                BrokenSealException.class, () -> vault().openOfAnyYear(EvidenceKind.DECISION_INPUT, RECORD, first));
        assertThrows(BrokenSealException.class, () -> opened(new byte[] {2, 7}));
        assertThrows(BrokenSealException.class, () -> opened(new byte[0]));
    }

    @Test
    void nodesThatMakeAYearsKeyAtOnceHaveTheSameOne() throws Exception {
        int nodes = 8;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<byte[]>> sealers = new ArrayList<>();
            for (int i = 0; i < nodes; i++) {
                EvidenceVault own =
                        new EvidenceVault(keystore, new YearKeys(keys, KeystoreWrapping.evidence(keystore)));
                sealers.add(() -> {
                    start.await();
                    return own.sealInYear(EvidenceKind.OPENING, RECORD, 2026, OPENING);
                });
            }
            for (Future<byte[]> sealed : threads.invokeAll(sealers)) {
                assertArrayEquals(OPENING, opened(sealed.get()));
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, files());
    }

    private long files() throws Exception {
        try (Stream<Path> listed = Files.list(keys)) {
            return listed.count();
        }
    }
}
