package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.proof.LogProof;

class PrefaceTest {
    @TempDir
    Path folder;

    @Test
    void showsConsistencyFromAnEarlierSize() throws Exception {
        BundledLog log = new BundledLog(600);
        LogProofs proofs = new LogProofs(log.store);
        for (long since : new long[] {1, 255, 256, 512, 599}) {
            byte[] bundle = period(log, preface(log).since(since));

            try (BundleReader reader = BundledLog.read(folder, bundle)) {
                EarlierSize earlier = reader.earlier().orElseThrow();
                assertEquals(since, earlier.size());
                earlier.proof().verify(proofs.head(since), log.store.head());
                log.assertHeldBy(reader);
            }
        }
    }

    @Test
    void showsNoConsistencyWhereThereIsNothingToShow() throws Exception {
        BundledLog log = new BundledLog(3);
        for (long since : new long[] {0, 3}) {
            try (BundleReader reader =
                    BundledLog.read(folder, period(log, preface(log).since(since)))) {
                assertEquals(Optional.empty(), reader.earlier());
            }
        }
    }

    @Test
    void refusesConsistencyInAnotherSpellingOrPlace() throws Exception {
        BundledLog log = new BundledLog(3);
        Map<String, byte[]> good = BundledLog.members(period(log, preface(log).since(2)));
        for (String name : List.of(
                "consistency/0",
                "consistency/3",
                "consistency/4",
                "consistency/02",
                "consistency/+2",
                "consistency/",
                "consistency/9223372036854775808",
                "consistency/../2")) {
            assertRefuses(renamed(good, "consistency/2", name), name);
        }
        Map<String, byte[]> twice = new LinkedHashMap<>(good);
        twice.put("consistency/2 ", good.get("consistency/2"));
        assertRefuses(twice, "after the end");
        for (String lines : List.of("\n", "x\n", "AA==\n", Hash.EMPTY.base64(), Hash.EMPTY.base64() + "\r\n")) {
            Map<String, byte[]> altered = new LinkedHashMap<>(good);
            altered.put("consistency/2", BundledLog.bytes(lines));
            assertRefuses(altered, lines);
        }
    }

    @Test
    void bringsCertificatesOnceAndByName() throws Exception {
        BundledLog log = new BundledLog(5);
        LogProof first = proof(log, 0);
        LogProof second = proof(log, 1);
        byte[] bundle = period(log, preface(log).certificates(List.of(first, second, first)));

        try (BundleReader reader = BundledLog.read(folder, bundle)) {
            assertEquals(2, reader.certificates().size());
            assertEquals(true, reader.certificates().containsAll(List.of(first, second)));
            log.assertHeldBy(reader);
        }
    }

    @Test
    void refusesCertificatesThatAreAlteredOutOfOrderOrNoProofs() throws Exception {
        BundledLog log = new BundledLog(5);
        Map<String, byte[]> good =
                BundledLog.members(period(log, preface(log).certificates(List.of(proof(log, 0), proof(log, 1)))));
        String last = good.keySet().stream()
                .filter(name -> name.startsWith("certificates/"))
                .reduce((one, other) -> other)
                .orElseThrow();
        byte[] junk = BundledLog.bytes("junk");

        Map<String, byte[]> altered = new LinkedHashMap<>(good);
        altered.put(last, junk);
        assertRefuses(altered, "altered");
        assertRefuses(renamed(altered, last, "certificates/" + Hash.sha256(junk).hex() + ".tlog-proof"), "no proof");
        assertRefuses(renamed(good, last, "certificates/" + "0".repeat(64) + ".tlog-proof"), "renamed");
        assertRefuses(renamed(good, last, "certificates/../../x.tlog-proof"), "traversal");
    }

    private static LogProof proof(BundledLog log, long index) throws Exception {
        long size = log.store.head().size();
        return LogProof.of(
                BundledLog.opening(index), index, new LogProofs(log.store).inclusion(index, size), log.signed());
    }

    private static Preface preface(BundledLog log) throws Exception {
        return Preface.of(log.signed(), BundledLog.POLICIES);
    }

    private static byte[] period(BundledLog log, Preface preface) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(log.store).period(out, preface, 0, log.store.head().size(), BundledLog::shown);
        return out.toByteArray();
    }

    private static Map<String, byte[]> renamed(Map<String, byte[]> members, String from, String to) {
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        members.forEach((name, content) -> renamed.put(name.equals(from) ? to : name, content));
        return renamed;
    }

    private void assertRefuses(Map<String, byte[]> members, String what) {
        assertThrows(
                MalformedException.class,
                () -> {
                    try (BundleReader reader = BundledLog.read(folder, BundledLog.zip(members))) {
                        for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {}
                    }
                },
                what);
    }
}
