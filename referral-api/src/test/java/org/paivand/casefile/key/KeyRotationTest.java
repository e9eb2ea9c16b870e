package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.Category;

class KeyRotationTest {
    private static final byte[] PLAIN = "plain".getBytes(StandardCharsets.UTF_8);
    private static final UUID RECORD = UUID.fromString("aa3f3d0e-6f3b-4b57-8f8f-0f4b8b2f3c11");
    private static final KeyUse CONTACT = KeyUses.release(Category.CONTACT);
    private static final byte FIRST_GENERATION = 1;
    private static final byte NUMBERED = 3;

    @TempDir
    private static Path keystores;

    @TempDir
    private Path folder;

    private Node node = new Node(Path.of(""), Path.of(""));

    /** What one instance of a node has: its own reading of the shared keystore and directory. */
    private record Node(Path keystoreFile, Path directory) {
        Running run() throws Exception {
            Keystore keystore = Keystore.load(keystoreFile, TestKeystores.PASSWORD);
            FileCaseKeys cases = new FileCaseKeys(directory, KeystoreWrapping.master(keystore));
            YearKeys years = new YearKeys(directory, KeystoreWrapping.evidence(keystore));
            DayKeys days = new DayKeys(directory, KeystoreWrapping.master(keystore));
            return new Running(
                    cases, new EvidenceVault(keystore, years), new KeyRotation(keystore, cases, years, days));
        }

        byte[] file(CaseId caseId) throws Exception {
            return Files.readAllBytes(directory.resolve(caseId + ".key"));
        }
    }

    private record Running(FileCaseKeys cases, EvidenceVault vault, KeyRotation rotation) {
        byte[] opened(CaseId caseId, byte[] sealed) throws Exception {
            return cases.open(CONTACT, caseId, 1, sealed);
        }

        byte[] sealed(CaseId caseId) throws Exception {
            return cases.seal(caseId, Category.CONTACT, 1, PLAIN);
        }
    }

    @BeforeAll
    static void makeKeystore() throws Exception {
        TestKeystores.complete(keystores, "node.p12");
    }

    @BeforeEach
    void copyKeystore() throws Exception {
        Files.copy(keystores.resolve("node.p12"), folder.resolve("node.p12"));
        node = new Node(folder.resolve("node.p12"), folder.resolve("keys"));
    }

    /** As an operator does it: a whole new file takes the place of the old one. */
    private void add(String alias) throws Exception {
        Path next = folder.resolve("next.p12");
        Files.copy(node.keystoreFile(), next, StandardCopyOption.REPLACE_EXISTING);
        TestKeystores.secretKey(next, alias, 256);
        Files.move(next, node.keystoreFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void remove(String alias) throws Exception {
        Path next = folder.resolve("next.p12");
        Files.copy(node.keystoreFile(), next, StandardCopyOption.REPLACE_EXISTING);
        TestKeystores.delete(next, alias);
        Files.move(next, node.keystoreFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static CaseId newCase(Running running) throws Exception {
        CaseId caseId = new CaseId(UUID.randomUUID());
        running.cases().create(caseId);
        return caseId;
    }

    @Test
    void aNewGenerationWrapsAnewWhileEverythingStaysReadable() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] section = running.sealed(caseId);
        byte[] opening = running.vault().sealInYear(EvidenceKind.OPENING, RECORD, 2026, PLAIN);
        byte[] consent = running.vault().seal(EvidenceKind.CONSENT_EVENT, RECORD, PLAIN);
        byte[] before = node.file(caseId);

        add("master-2");
        add("evidence-2");
        assertEquals(2, running.rotation().rewrap());

        assertEquals(FIRST_GENERATION, before[0]);
        assertEquals(NUMBERED, node.file(caseId)[0]);
        assertArrayEquals(PLAIN, running.opened(caseId, section));
        assertArrayEquals(PLAIN, running.vault().openOfAnyYear(EvidenceKind.OPENING, RECORD, opening));
        assertArrayEquals(PLAIN, running.vault().open(EvidenceKind.CONSENT_EVENT, RECORD, consent));
        assertEquals(0, running.rotation().rewrap());
    }

    @Test
    void withoutTheOldMasterKeyAnotherNodeReadsWhatWasWrappedAnew() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] section = running.sealed(caseId);
        add("master-2");
        running.rotation().rewrap();

        remove("master");

        assertArrayEquals(PLAIN, node.run().opened(caseId, section));
        assertArrayEquals(PLAIN, running.opened(caseId, section));
    }

    @Test
    void whatWasNotWrappedAnewNeedsTheOldMasterKey() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] section = running.sealed(caseId);
        add("master-2");

        remove("master");

        Running later = node.run();
        assertThrows(BrokenSealException.class, () -> later.opened(caseId, section));
        assertEquals(0, later.rotation().rewrap());
        assertThrows(BrokenSealException.class, () -> later.opened(caseId, section));
    }

    @Test
    void anInstanceThatHasNotLookedYetReadsWhatAnotherWrapped() throws Exception {
        Running first = node.run();
        Running second = node.run();
        CaseId old = newCase(first);
        byte[] section = first.sealed(old);
        add("master-2");
        first.rotation().rewrap();

        CaseId made = newCase(second);

        assertArrayEquals(PLAIN, second.opened(old, section));
        assertEquals(NUMBERED, node.file(made)[0], "a new key is wrapped by the newest generation at once");
    }

    @Test
    void aKeystoreThatCannotBeReadAgainChangesNothing() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] section = running.sealed(caseId);

        Files.writeString(node.keystoreFile(), "half a file");

        assertThrows(KeysUnavailableException.class, () -> running.rotation().rewrap());
        assertThrows(KeysUnavailableException.class, () -> newCase(running));
        assertArrayEquals(PLAIN, running.opened(caseId, section));
    }

    @Test
    void aGenerationThatNobodyHasIsNoKey() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] section = running.sealed(caseId);
        byte[] wrapped = node.file(caseId);
        byte[] forged = new byte[wrapped.length + 3];
        forged[0] = NUMBERED;
        forged[2] = 7;
        System.arraycopy(wrapped, 0, forged, 3, wrapped.length);

        Files.write(node.directory().resolve(caseId + ".key"), forged);

        assertThrows(BrokenSealException.class, () -> running.opened(caseId, section));
    }

    @Test
    void aKeyWrappedByASecondGenerationStaysOfItsOwnCase() throws Exception {
        add("master-2");
        Running running = node.run();
        CaseId one = newCase(running);
        CaseId other = newCase(running);
        byte[] section = running.sealed(one);

        Files.copy(
                node.directory().resolve(other + ".key"),
                node.directory().resolve(one + ".key"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThrows(BrokenSealException.class, () -> running.opened(one, section));
    }

    @Test
    void nothingOfAnOldWrappingIsLeftInTheFileThatItStoodIn() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        Path kept = Files.createLink(folder.resolve("kept"), node.directory().resolve(caseId + ".key"));
        byte[] before = Files.readAllBytes(kept);
        add("master-2");

        running.rotation().rewrap();

        assertFalse(Arrays.equals(before, Files.readAllBytes(kept)));
        assertArrayEquals(new byte[before.length], Files.readAllBytes(kept));
    }

    @Test
    void whatIsErasedDuringARotationStaysErased() throws Exception {
        Running running = node.run();
        List<CaseId> cases = new ArrayList<>();
        List<byte[]> sections = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CaseId caseId = newCase(running);
            cases.add(caseId);
            sections.add(running.sealed(caseId));
        }
        Running another = node.run();
        add("master-2");
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> work = new ArrayList<>();
            work.add(threads.submit(() -> running.rotation().rewrap()));
            work.add(threads.submit(() -> another.rotation().rewrap()));
            Future<?> erasing = threads.submit(() -> {
                for (int i = 0; i < cases.size(); i += 2) {
                    another.cases().destroy(cases.get(i));
                }
                return over.getAndSet(true);
            });
            work.add(threads.submit(() -> {
                while (!over.get()) {
                    for (int i = 1; i < cases.size(); i += 2) {
                        assertArrayEquals(PLAIN, running.opened(cases.get(i), sections.get(i)));
                    }
                }
                return true;
            }));
            erasing.get();
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < cases.size(); i++) {
            CaseId caseId = cases.get(i);
            byte[] section = sections.get(i);
            if (i % 2 == 0) {
                assertThrows(NoCaseKeyException.class, () -> running.opened(caseId, section));
            } else {
                assertArrayEquals(PLAIN, running.opened(caseId, section));
                assertEquals(NUMBERED, node.file(caseId)[0]);
            }
        }
    }

    @Test
    void generationsDiffer() throws Exception {
        Running running = node.run();
        CaseId caseId = newCase(running);
        byte[] first = node.file(caseId);
        add("master-2");
        running.rotation().rewrap();
        byte[] second = node.file(caseId);
        add("master-3");

        assertEquals(1, running.rotation().rewrap());

        assertNotEquals(second[2], node.file(caseId)[2]);
        assertTrue(first.length < second.length);
    }
}
