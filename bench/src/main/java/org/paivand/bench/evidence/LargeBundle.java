package org.paivand.bench.evidence;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.bundle.BundleWriter;
import org.paivand.audit.bundle.Evidence;
import org.paivand.audit.bundle.Preface;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.InMemoryLogStore;
import org.paivand.audit.log.LogBatch;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.bench.micro.Told;
import org.paivand.disclosure.json.EventJson;

/** A bundle that covers a whole log of so many entries, and the trust that goes with it. */
final class LargeBundle {
    private static final String ORIGIN = "log.example/bench";

    private LargeBundle() {}

    /**
     * @param decided of ten entries, so many record a release with its decision; the others an auditor's read
     */
    static void write(Path bundle, Path trust, int size, int decided) throws Exception {
        PrivateKeySigner key = Keys.signer(ORIGIN);
        Files.writeString(trust, "log " + key.verifierKey().text() + "\nquorum none\n");
        List<Entry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(evidence(i, decided).opening().entry());
        }
        InMemoryLogStore store = new InMemoryLogStore();
        store.append(LogBatch.of(Frontier.EMPTY, entries), 1);
        entries.clear();
        String text = new Checkpoint(ORIGIN, store.head()).text();
        SignedNote note = new SignedNote(text, List.of(key.sign(text)));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle), 1 << 20)) {
            new BundleWriter(store)
                    .period(
                            out,
                            Preface.of(note, List.of(Told.policy())),
                            0,
                            size,
                            index -> Optional.of(evidence((int) index, decided)));
        }
    }

    /** The same each time; a salt that can be guessed does no harm to events that never were. */
    private static Evidence evidence(int index, int decided) {
        Told told = index % 10 < decided ? Told.release(index) : Told.read(index);
        byte[] salt = new byte[Opening.SALT_BYTES];
        for (int i = 0; i < Integer.BYTES; i++) {
            salt[i] = (byte) (index >>> (8 * i));
        }
        EntryType type = EntryType.of(told.event().type().code());
        return new Evidence(new Opening(type, salt, EventJson.write(told.event())), told.input());
    }
}
