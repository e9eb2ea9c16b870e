package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;

/** A signed log in memory whose entries have an opening each, and every second one an input. */
final class BundledLog {
    static final List<byte[]> POLICIES = List.of(bytes("one"), bytes("two"), bytes("one"));

    final PrivateKeySigner key = TestKeys.signer("log.example");
    final InMemoryLogStore store = new InMemoryLogStore();

    BundledLog(int size) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(opening(i).entry());
        }
        store.append(LogBatch.of(Frontier.EMPTY, entries), 1);
    }

    SignedNote signed() throws Exception {
        String text = new Checkpoint("log.example", store.head()).text();
        return new SignedNote(text, List.of(key.sign(text)));
    }

    byte[] bundle(long from, long to) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(store).period(out, Preface.of(signed(), POLICIES), from, to, BundledLog::shown);
        return out.toByteArray();
    }

    void assertHeldBy(BundleReader reader) throws Exception {
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

    static BundleReader read(Path folder, byte[] bundle) throws IOException, MalformedException {
        return BundleReader.open(Files.write(folder.resolve("bundle.zip"), bundle));
    }

    static Map<String, byte[]> members(byte[] bundle) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            members.put(entry.getName(), zip.readAllBytes());
        }
        return members;
    }

    static byte[] zip(Map<String, byte[]> members) {
        RawZip zip = new RawZip();
        members.forEach(zip::add);
        return zip.bytes();
    }

    static Optional<Evidence> shown(long index) {
        return Optional.of(evidence(index));
    }

    static Evidence evidence(long index) {
        return new Evidence(opening(index), index % 2 == 0 ? Optional.of(bytes("input " + index)) : Optional.empty());
    }

    static Opening opening(long index) {
        return new Opening(EntryType.DISCLOSURE, new byte[32], bytes("event " + index));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
