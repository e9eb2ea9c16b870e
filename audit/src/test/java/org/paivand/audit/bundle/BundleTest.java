package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;

class BundleTest {
    @TempDir
    Path folder;

    @Test
    void readsBackWhatWasWritten() throws Exception {
        BundledLog log = new BundledLog(600);
        for (long[] range : new long[][] {{0, 600}, {0, 1}, {255, 257}, {256, 600}, {300, 301}, {599, 600}}) {
            try (BundleReader reader = BundledLog.read(folder, log.bundle(range[0], range[1]))) {
                assertEquals(range[0] / 256 * 256, reader.edge().size());
                assertEquals(2, reader.policies().size());
                assertArrayEquals(bytes("one"), reader.policies().get(Hash.sha256(bytes("one"))));
                assertEquals(log.signed(), reader.checkpoint());
                log.assertHeldBy(reader);
            }
        }
    }

    @Test
    void aMissingOpeningIsSeenAsMissing() throws Exception {
        BundledLog log = new BundledLog(3);
        Map<String, byte[]> members = BundledLog.members(log.bundle(0, 3));
        members.remove("openings/1");
        members.remove("inputs/1.json");

        try (BundleReader reader = BundledLog.read(folder, BundledLog.zip(members))) {
            assertEquals(
                    Optional.of(BundledLog.opening(0)),
                    reader.next().orElseThrow().opening());
            assertEquals(Optional.empty(), reader.next().orElseThrow().opening());
            assertEquals(
                    Optional.of(BundledLog.opening(2)),
                    reader.next().orElseThrow().opening());
        }
    }

    @Test
    void refusesMembersThatDoNotBelong() throws Exception {
        BundledLog log = new BundledLog(3);
        for (String stranger : List.of(
                "openings/3",
                "openings/01",
                "inputs/9.json",
                "README",
                "tile/0/000.p/3",
                "../checkpoint",
                "checkpoint2")) {
            Map<String, byte[]> members = BundledLog.members(log.bundle(0, 3));
            members.put(stranger, bytes("x"));
            assertRefuses(BundledLog.zip(members), stranger);
        }
    }

    @Test
    void refusesEachKindOfMemberWhenItIsGone() throws Exception {
        BundledLog log = new BundledLog(600);
        Map<String, byte[]> all = BundledLog.members(log.bundle(300, 302));
        for (String name : all.keySet()) {
            if (!name.startsWith("openings/") && !name.startsWith("inputs/") && !name.startsWith("policies/")) {
                Map<String, byte[]> members = new LinkedHashMap<>(all);
                members.remove(name);
                assertRefuses(BundledLog.zip(members), name);
            }
        }
    }

    @Test
    void refusesAnInputWithoutItsOpeningAndAPolicyUnderAnotherName() throws Exception {
        BundledLog log = new BundledLog(3);
        Map<String, byte[]> withoutOpening = BundledLog.members(log.bundle(0, 3));
        withoutOpening.remove("openings/2");
        Map<String, byte[]> altered = BundledLog.members(log.bundle(0, 3));
        altered.replaceAll((name, content) -> name.startsWith("policies/") ? bytes("three") : content);

        assertRefuses(BundledLog.zip(withoutOpening), "input without opening");
        assertRefuses(BundledLog.zip(altered), "policy altered");
    }

    @Test
    void aManifestCoversItsOwnRangeOnly() {
        Manifest manifest = Manifest.period("log.example", 900, 300, 302);

        assertEquals(
                List.of(false, true, true, false, false),
                List.of(299L, 300L, 301L, 302L, 899L).stream()
                        .map(manifest::covers)
                        .toList());
        assertEquals(256, manifest.edge());
    }

    @Test
    void refusesManifestsInAnyOtherSpelling() throws Exception {
        BundledLog log = new BundledLog(3);
        String good = "paivand-bundle/v1\norigin log.example\nsize 3\nscope period\nfrom 0\nto 3\n";
        assertArrayEquals(bytes(good), BundledLog.members(log.bundle(0, 3)).get("manifest"));
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
                good.replace("scope period\n", ""),
                good.replace("scope period", "scope"),
                good.replace("scope period", "scope Period"),
                good.replace("scope period", "scope all"),
                good.replace("from 0", "from -1"),
                good.replace("from 0", "from 3"),
                good.replace("to 3", "to 0"),
                good.replace("to 3", "to 4"),
                good.replace("origin log.example", "origin "),
                good.replace("origin log.example", "origin\tlog.example"))) {
            Map<String, byte[]> members = BundledLog.members(log.bundle(0, 3));
            members.put("manifest", bytes(manifest));
            assertRefuses(BundledLog.zip(members), manifest);
        }
    }

    @Test
    void writesNothingThatTheLogDoesNotHold() throws Exception {
        BundledLog log = new BundledLog(3);
        SignedNote hello = new SignedNote("hello\n", List.of(log.key.sign("hello\n")));
        EvidenceSource lying = index -> BundledLog.shown(index + 1);

        assertThrows(IllegalStateException.class, () -> write(log, log.signed(), 0, 3, lying));
        assertThrows(IllegalArgumentException.class, () -> write(log, log.signed(), 0, 4, BundledLog::shown));
        assertThrows(IllegalArgumentException.class, () -> write(log, log.signed(), 2, 2, BundledLog::shown));
        assertThrows(IllegalArgumentException.class, () -> write(log, log.signed(), -1, 2, BundledLog::shown));
        assertThrows(IllegalArgumentException.class, () -> write(log, hello, 0, 3, BundledLog::shown));
    }

    private static void write(BundledLog log, SignedNote checkpoint, long from, long to, EvidenceSource source)
            throws Exception {
        new BundleWriter(log.store)
                .period(OutputStream.nullOutputStream(), Preface.of(checkpoint, List.of()), from, to, source);
    }

    private void assertRefuses(byte[] bundle, String what) {
        assertThrows(
                MalformedException.class,
                () -> {
                    try (BundleReader reader = BundledLog.read(folder, bundle)) {
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

    private static byte[] bytes(String text) {
        return BundledLog.bytes(text);
    }
}
