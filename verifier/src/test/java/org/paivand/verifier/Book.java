package org.paivand.verifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.Evidence;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.bundle.SelectionSource;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.proof.LogProof;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;

/** A real log in memory, under a real key, and the bundles made from it. */
final class Book {
    static final String ORIGIN = "paivand.example/tj/2026";

    final String origin;
    final NoteSigner key;
    final InMemoryLogStore store = new InMemoryLogStore();
    private final SecureRandom random = new SecureRandom();
    private final List<Evidence> evidence = new ArrayList<>();

    Book() {
        this(ORIGIN);
    }

    Book(String origin) {
        this.origin = origin;
        this.key = TestKeys.signer(origin);
    }

    /** A log of so many entries: disclosures, denials and auditors' reads in turn. */
    static Book of(int entries) throws Exception {
        Book book = new Book();
        for (int i = 0; i < entries; i++) {
            book.write(
                    switch (i % 3) {
                        case 0 -> Scene.disclosure(i);
                        case 1 -> Scene.denial(i);
                        default -> Scene.auditorAccess(i);
                    });
        }
        return book;
    }

    void write(Scene.Told told) throws Exception {
        write(
                EntryType.of(told.event().type().code()),
                EventJson.write(told.event()),
                told.input().map(DecisionInput::bytes));
    }

    void write(EntryType type, byte[] event, Optional<byte[]> input) throws Exception {
        Opening opening = Opening.seal(type, event, random);
        LogProofs proofs = new LogProofs(store);
        store.append(LogBatch.of(proofs.frontier(store.head().size()), List.of(opening.entry())), 1);
        evidence.add(new Evidence(opening, input));
    }

    SignedNote checkpoint() throws Exception {
        return checkpoint(store.head());
    }

    SignedNote checkpoint(long size) throws Exception {
        return checkpoint(new LogProofs(store).head(size));
    }

    SignedNote checkpoint(TreeHead head) throws Exception {
        String text = new Checkpoint(origin, head).text();
        return new SignedNote(text, List.of(key.sign(text)));
    }

    byte[] bundle() throws Exception {
        return bundle(0, store.head().size());
    }

    byte[] bundle(long from, long to) throws Exception {
        return bundle(checkpoint(), from, to);
    }

    byte[] bundle(SignedNote checkpoint, long from, long to) throws Exception {
        return bundle(preface(checkpoint), from, to, Set.of());
    }

    /** Without the openings of these indexes. */
    byte[] bundle(Preface preface, long from, long to, Set<Long> shredded) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(store)
                .period(
                        out,
                        preface,
                        from,
                        to,
                        index -> shredded.contains(index) ? Optional.empty() : Optional.of(evidence.get((int) index)));
        return out.toByteArray();
    }

    byte[] selection(Preface preface, List<Integer> indexes) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Iterator<Integer> rest = indexes.iterator();
        new BundleWriter(store)
                .selection(out, preface, () -> rest.hasNext() ? selected(rest.next()) : Optional.empty());
        return out.toByteArray();
    }

    private Optional<SelectionSource.Selected> selected(int index) {
        return Optional.of(new SelectionSource.Selected(index, evidence.get(index)));
    }

    Preface preface() throws Exception {
        return preface(checkpoint());
    }

    private static Preface preface(SignedNote checkpoint) {
        return Preface.of(checkpoint, List.of(Scene.POLICY.bytes()));
    }

    LogProof proof(int index) throws Exception {
        long size = store.head().size();
        return LogProof.of(
                evidence.get(index).opening(), index, new LogProofs(store).inclusion(index, size), checkpoint());
    }

    WitnessPolicy policy() {
        return WitnessPolicy.trusting(key.verifierKey());
    }

    static Map<String, byte[]> members(byte[] bundle) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle));
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            members.put(entry.getName(), zip.readAllBytes());
        }
        return members;
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
