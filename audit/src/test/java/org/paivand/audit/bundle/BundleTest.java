package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

class BundleTest {
    private static final List<byte[]> POLICIES = List.of(bytes("one"), bytes("two"), bytes("one"));

    @TempDir
    Path folder;

    private final PrivateKeySigner key = TestKeys.signer("log.example");
    private final InMemoryLogStore store = new InMemoryLogStore();

    @Test
    void readsBackWhatWasWritten() throws Exception {
        fill(600);
        for (long[] range : new long[][] {{0, 600}, {0, 1}, {255, 257}, {256, 600}, {300, 301}, {599, 600}}) {
            try (BundleReader reader = read(write(range[0], range[1]))) {
                assertEquals(range[0] / 256 * 256, reader.edge().size());
                assertEquals(2, reader.policies().size());
                assertArrayEquals(bytes("one"), reader.policies().get(Hash.sha256(bytes("one"))));
                assertEquals(signed(), reader.checkpoint());
                assertHoldsTheLog(reader);
            }
        }
    }

    @Test
    void tilesBeforeTheRangeStandForAllEntriesBeforeIt() throws Exception {
        fill(66_000);
        byte[] bundle = write(65_900, 66_000);

        assertEquals(
                List.of("tile/1/001.p/1", "tile/2/000.p/1"),
                members(bundle).keySet().stream()
                        .filter(name -> name.contains(".p/1"))
                        .toList());
        try (BundleReader reader = read(bundle)) {
            assertEquals(65_792, reader.edge().size());
            assertHoldsTheLog(reader);
        }
    }

    @Test
    void manyMembersNeedTheLargerEndRecord() throws Exception {
        fill(65_600);

        try (BundleReader reader = read(write(0, 65_600))) {
            assertHoldsTheLog(reader);
        }
    }

    @Test
    void aMissingOpeningIsSeenAsMissing() throws Exception {
        fill(3);
        Map<String, byte[]> members = members(write(0, 3));
        members.remove("openings/1");
        members.remove("inputs/1.json");

        try (BundleReader reader = read(zip(members))) {
            assertEquals(Optional.of(opening(0)), reader.next().orElseThrow().opening());
            assertEquals(Optional.empty(), reader.next().orElseThrow().opening());
            assertEquals(Optional.of(opening(2)), reader.next().orElseThrow().opening());
        }
    }

    @Test
    void refusesMembersThatDoNotBelong() throws Exception {
        fill(3);
        for (String stranger : List.of(
                "openings/3",
                "openings/01",
                "inputs/9.json",
                "README",
                "tile/0/000.p/3",
                "../checkpoint",
                "checkpoint2")) {
            Map<String, byte[]> members = members(write(0, 3));
            members.put(stranger, bytes("x"));
            assertRefuses(zip(members), stranger);
        }
    }

    @Test
    void refusesEachKindOfMemberWhenItIsGone() throws Exception {
        fill(600);
        Map<String, byte[]> all = members(write(300, 302));
        for (String name : all.keySet()) {
            if (!name.startsWith("openings/") && !name.startsWith("inputs/") && !name.startsWith("policies/")) {
                Map<String, byte[]> members = new LinkedHashMap<>(all);
                members.remove(name);
                assertRefuses(zip(members), name);
            }
        }
    }

    @Test
    void refusesAnInputWithoutItsOpeningAndAPolicyUnderAnotherName() throws Exception {
        fill(3);
        Map<String, byte[]> withoutOpening = members(write(0, 3));
        withoutOpening.remove("openings/2");
        Map<String, byte[]> altered = members(write(0, 3));
        altered.replaceAll((name, content) -> name.startsWith("policies/") ? bytes("three") : content);

        assertRefuses(zip(withoutOpening), "input without opening");
        assertRefuses(zip(altered), "policy altered");
    }

    @Test
    void refusesManifestsInAnyOtherSpelling() throws Exception {
        fill(3);
        String good = "paivand-bundle/v1\norigin log.example\nsize 3\nfrom 0\nto 3\n";
        assertArrayEquals(bytes(good), members(write(0, 3)).get("manifest"));
        for (String manifest : List.of(
                "",
                good.strip(),
                good + "\n",
                good + "x\n",
                good.replace("v1", "v2"),
                good.replace("\n", "\r\n"),
                good.replace("size 3", "size 03"),
                good.replace("size 3", "size +3"),
                good.replace("size 3", "size  3"),
                good.replace("size 3", "size 2"),
                good.replace("size 3", "size 4"),
                good.replace("size 3", "size 9223372036854775807"),
                good.replace("from 0", "from -1"),
                good.replace("from 0", "from 3"),
                good.replace("to 3", "to 0"),
                good.replace("to 3", "to 4"),
                good.replace("origin log.example", "origin "),
                good.replace("origin log.example", "origin\tlog.example"))) {
            Map<String, byte[]> members = members(write(0, 3));
            members.put("manifest", bytes(manifest));
            assertRefuses(zip(members), manifest);
        }
    }

    @Test
    void writesNothingThatTheLogDoesNotHold() throws Exception {
        fill(3);
        BundleWriter lying = new BundleWriter(store, index -> new Evidence(opening(index + 1), Optional.empty()));
        BundleWriter honest = new BundleWriter(store, BundleTest::evidence);
        OutputStream nowhere = OutputStream.nullOutputStream();

        assertThrows(IllegalStateException.class, () -> lying.write(nowhere, signed(), 0, 3, POLICIES));
        assertThrows(IllegalArgumentException.class, () -> honest.write(nowhere, signed(), 0, 4, POLICIES));
        assertThrows(IllegalArgumentException.class, () -> honest.write(nowhere, signed(), 2, 2, POLICIES));
        assertThrows(IllegalArgumentException.class, () -> honest.write(nowhere, signed(), -1, 2, POLICIES));
        SignedNote other = new SignedNote("hello\n", List.of(key.sign("hello\n")));
        assertThrows(IllegalArgumentException.class, () -> honest.write(nowhere, other, 0, 3, POLICIES));
    }

    private void fill(int count) throws Exception {
        List<org.paivand.audit.log.Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(opening(i).entry());
        }
        store.append(LogBatch.of(Frontier.EMPTY, entries), 1);
    }

    private SignedNote signed() throws Exception {
        String text = new Checkpoint("log.example", store.head()).text();
        return new SignedNote(text, List.of(key.sign(text)));
    }

    private byte[] write(long from, long to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(store, BundleTest::evidence).write(out, signed(), from, to, POLICIES);
        return out.toByteArray();
    }

    private void assertHoldsTheLog(BundleReader reader) throws Exception {
        Frontier frontier = reader.edge();
        for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            BundledEntry entry = next.get();
            assertEquals(frontier.size(), entry.index());
            boolean covered = reader.manifest().covers(entry.index());
            assertEquals(covered ? Optional.of(opening(entry.index())) : Optional.empty(), entry.opening());
            assertEquals(
                    covered && entry.index() % 2 == 0, entry.decisionInput().isPresent());
            frontier = frontier.append(entry.entry().leafHash());
        }
        assertEquals(store.head(), frontier.head());
    }

    private void assertRefuses(byte[] bundle, String what) {
        assertThrows(
                MalformedException.class,
                () -> {
                    try (BundleReader reader = read(bundle)) {
                        drain(reader);
                    }
                },
                what);
    }

    private static void drain(BundleReader reader) throws IOException, MalformedException {
        Optional<BundledEntry> entry = reader.next();
        while (entry.isPresent()) {
            entry = reader.next();
        }
    }

    private BundleReader read(byte[] bundle) throws IOException, MalformedException {
        Path file = folder.resolve("bundle.zip");
        Files.write(file, bundle);
        return BundleReader.open(file);
    }

    static Map<String, byte[]> members(byte[] bundle) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            members.put(entry.getName(), zip.readAllBytes());
        }
        return members;
    }

    private static byte[] zip(Map<String, byte[]> members) {
        RawZip zip = new RawZip();
        members.forEach(zip::add);
        return zip.bytes();
    }

    private static Evidence evidence(long index) {
        return new Evidence(opening(index), index % 2 == 0 ? Optional.of(bytes("input " + index)) : Optional.empty());
    }

    private static Opening opening(long index) {
        return new Opening(EntryType.DISCLOSURE, new byte[32], bytes("event " + index));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
