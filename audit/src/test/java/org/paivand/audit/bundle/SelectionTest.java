package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.audit.MalformedException;
import org.paivand.audit.log.LogProofs;
import org.paivand.audit.proof.LogProof;

class SelectionTest {
    private static final List<Long> SELECTED = List.of(0L, 255L, 256L, 300L, 599L);

    @TempDir
    Path folder;

    private final BundledLog log;

    SelectionTest() throws Exception {
        log = new BundledLog(600);
    }

    @Test
    void readsBackWhatWasWritten() throws Exception {
        try (BundleReader reader = BundledLog.read(folder, selection(SELECTED))) {
            assertEquals(Scope.SELECTION, reader.manifest().scope());
            for (long index : SELECTED) {
                SelectedEntry entry = reader.nextSelected().orElseThrow();
                assertEquals(index, entry.index());
                assertEquals(BundledLog.opening(index), entry.opening());
                assertEquals(index % 2 == 0, entry.decisionInput().isPresent());
                entry.proof().verify(entry.opening().entry().leafHash(), index, log.store.head());
            }
            assertEquals(Optional.empty(), reader.nextSelected());
        }
    }

    @Test
    void aSelectionIsNotReadAsAPeriodNorAPeriodAsASelection() throws Exception {
        try (BundleReader reader = BundledLog.read(folder, selection(SELECTED))) {
            assertThrows(IllegalStateException.class, reader::next);
        }
        try (BundleReader reader = BundledLog.read(folder, log.bundle(0, 600))) {
            assertThrows(IllegalStateException.class, reader::nextSelected);
        }
    }

    @Test
    void refusesEachMemberGoneAndEachOutOfPlace() throws Exception {
        Map<String, byte[]> good = BundledLog.members(selection(List.of(3L, 5L)));
        for (String name : good.keySet()) {
            if (!name.startsWith("policies/") && !name.startsWith("consistency/")) {
                Map<String, byte[]> without = new LinkedHashMap<>(good);
                without.remove(name);
                assertRefuses(without, name);
            }
        }
        for (String name : List.of("proofs/5", "proofs/04", "proofs/2", "proofs/600", "proofs/-1", "proofs/", "x")) {
            Map<String, byte[]> renamed = new LinkedHashMap<>();
            good.forEach((old, content) ->
                    renamed.put(old.replace("proofs/5", name).replace("proofs/3", "proofs/5"), content));
            assertRefuses(renamed, name);
        }
        Map<String, byte[]> more = new LinkedHashMap<>(good);
        more.put("certificates/" + "0".repeat(64) + ".tlog-proof", BundledLog.bytes("x"));
        assertRefuses(more, "a certificate");
    }

    @Test
    void refusesAScopeThatLies() throws Exception {
        Map<String, byte[]> selection = BundledLog.members(selection(SELECTED));
        Map<String, byte[]> period = BundledLog.members(log.bundle(0, 600));
        byte[] manifest = period.put("manifest", selection.get("manifest"));
        selection.put("manifest", manifest);

        assertRefuses(period, "a period as a selection");
        assertThrows(MalformedException.class, () -> {
            try (BundleReader reader = BundledLog.read(folder, BundledLog.zip(selection))) {
                reader.next();
            }
        });
    }

    @Test
    void writesNeitherBackwardsNorTwiceNorWhatTheLogDoesNotHold() throws Exception {
        assertThrows(IllegalStateException.class, () -> selection(List.of(5L, 3L)));
        assertThrows(IllegalStateException.class, () -> selection(List.of(5L, 5L)));
        assertThrows(IllegalArgumentException.class, () -> selection(List.of(600L)));
        assertThrows(
                IllegalStateException.class,
                () -> write(preface(), once(new SelectionSource.Selected(4, BundledLog.evidence(5)))));
        LogProof proof =
                LogProof.of(BundledLog.opening(1), 1, new LogProofs(log.store).inclusion(1, 600), log.signed());
        assertThrows(
                IllegalArgumentException.class, () -> write(preface().certificates(List.of(proof)), Optional::empty));
    }

    private static SelectionSource once(SelectionSource.Selected selected) {
        Iterator<SelectionSource.Selected> one = List.of(selected).iterator();
        return () -> one.hasNext() ? Optional.of(one.next()) : Optional.empty();
    }

    private byte[] selection(List<Long> indexes) throws Exception {
        Iterator<Long> rest = indexes.iterator();
        return write(preface(), () -> rest.hasNext() ? Optional.of(selected(rest.next())) : Optional.empty());
    }

    private static SelectionSource.Selected selected(long index) {
        return new SelectionSource.Selected(index, BundledLog.evidence(index));
    }

    private Preface preface() throws Exception {
        return Preface.of(log.signed(), BundledLog.POLICIES).since(256);
    }

    private byte[] write(Preface preface, SelectionSource source) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new BundleWriter(log.store).selection(out, preface, source);
        return out.toByteArray();
    }

    private void assertRefuses(Map<String, byte[]> members, String what) {
        assertThrows(MalformedException.class, () -> drain(BundledLog.zip(members)), what);
    }

    private void drain(byte[] bundle) throws IOException, MalformedException {
        try (BundleReader reader = BundledLog.read(folder, bundle)) {
            for (Optional<SelectedEntry> next = reader.nextSelected();
                    next.isPresent();
                    next = reader.nextSelected()) {}
        }
    }
}
