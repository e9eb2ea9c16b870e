package org.paivand.audit.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.paivand.audit.Fuzz;
import org.paivand.audit.Fuzz.Target;
import org.paivand.audit.MalformedException;

/** Manifest and bundle under hostile input; jqwik prints the seed of what fails. */
class BundleParsersTest {
    private final Path file = Files.createTempFile("bundle", ".zip");
    private final byte[] period;
    private final byte[] selection;
    private final Target bundles;

    BundleParsersTest() throws Exception {
        BundledLog log = new BundledLog(20);
        Preface preface = Preface.of(log.signed(), BundledLog.POLICIES).since(7);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Long> indexes = new java.util.ArrayList<>(List.of(3L, 8L));
        new BundleWriter(log.store)
                .selection(
                        out,
                        preface,
                        () -> indexes.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new SelectionSource.Selected(
                                        indexes.get(0), BundledLog.evidence(indexes.remove(0)))));
        selection = out.toByteArray();
        period = log.bundle(2, 5);
        bundles =
                new Target("bundle", this::read, MalformedException.class, 2000, 4_000_000, List.of(period, selection));
    }

    @AfterTry
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** What a reader sees; bytes that nobody acts upon (versions, attributes) are not seen, so the input stands for it. */
    private byte[] read(byte[] input) throws IOException, MalformedException {
        assertEquals(seen(input), seen(input));
        return input;
    }

    private String seen(byte[] input) throws IOException, MalformedException {
        Files.write(file, input);
        StringBuilder seen = new StringBuilder();
        try (BundleReader reader = BundleReader.open(file)) {
            seen.append(reader.manifest()).append(reader.checkpoint()).append(reader.earlier());
            if (reader.manifest().scope() == Scope.PERIOD) {
                for (Optional<BundledEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                    seen.append(next.get().entry()).append(next.get().opening().map(o -> Arrays.toString(o.encode())));
                }
            } else {
                for (Optional<SelectedEntry> next = reader.nextSelected();
                        next.isPresent();
                        next = reader.nextSelected()) {
                    seen.append(next.get().proof())
                            .append(Arrays.toString(next.get().opening().encode()));
                }
            }
        }
        return seen.toString();
    }

    @Example
    void everyTruncationIsHandled() throws Exception {
        new Fuzz(0).assertAcceptsAndCuts(bundles);
    }

    @Property(tries = 1500)
    void aBundleIsRefusedInOneWayOnly(@ForAll long seed) {
        new Fuzz(seed).assertHandlesNext(bundles);
    }

    @Property(tries = 300)
    void oneMemberAlteredAndPackedAgainIsHandled(@ForAll long seed) throws Exception {
        Fuzz fuzz = new Fuzz(seed);
        for (byte[] valid : List.of(period, selection)) {
            var members = BundledLog.members(valid);
            var names = List.copyOf(members.keySet());
            String name = names.get((int) Long.remainderUnsigned(seed, names.size()));
            byte[] content = members.getOrDefault(name, new byte[0]);
            members.put(name, fuzz.altered(List.of(content)));
            fuzz.assertHandled(bundles, BundledLog.zip(members));
        }
    }

    @Property(tries = 3000)
    void aManifestIsRefusedInOneWayOnly(@ForAll long seed) {
        new Fuzz(seed)
                .assertHandlesNext(Target.of(
                        "manifest",
                        input -> BundledLog.bytes(Manifest.parse(input).text()),
                        BundledLog.bytes(
                                Manifest.period("log.example", 20, 2, 5).text()),
                        BundledLog.bytes(Manifest.selection("log.example", 20).text())));
    }

    @Example
    void aBombIsRefusedBeforeItIsUnpacked() {
        RawZip.Lie deflated = new RawZip.Lie();
        deflated.method = 8;
        byte[] bomb =
                new RawZip().add("manifest", new byte[50_000_000], deflated).bytes();
        RawZip.Lie lying = new RawZip.Lie();
        lying.method = 8;
        lying.unpackedDelta = 100 - 50_000_000;
        byte[] liar = new RawZip().add("manifest", new byte[50_000_000], lying).bytes();

        assertTrue(bomb.length < 100_000);
        for (byte[] hostile : List.of(bomb, liar)) {
            new Fuzz(0)
                    .assertHandled(
                            new Target("bomb", this::read, MalformedException.class, 1, 400_000, List.of(bomb)),
                            hostile);
        }
    }
}
