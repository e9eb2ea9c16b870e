package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.registry.record.RegistryItem;
import org.paivand.registry.record.RegistryKind;

class EditionTest {
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private final Directory sample = SampleDirectory.load();

    private List<RecordedChange> recorded() {
        List<RecordedChange> changes = new ArrayList<>();
        for (RegistryItem item : Documents.items(sample)) {
            changes.add(change(changes.size() + 1, ItemName.of(item), 1, Documents.text(item)));
        }
        return changes;
    }

    private static RecordedChange change(long number, ItemName name, int version, String document) {
        return new RecordedChange(
                number,
                AT,
                name,
                version,
                Documents.sha256(document),
                document,
                new Authors(UUID.randomUUID(), "node", Optional.empty()));
    }

    @Test
    void isTheDirectoryThatWasTakenApart() {
        Edition edition = Edition.EMPTY.then(recorded()::forEach);

        assertEquals(Set.copyOf(Documents.items(sample)), Set.copyOf(Documents.items(edition.directory())));
        assertEquals(recorded().size(), edition.number());
    }

    @Test
    void staysAsItIsWhenAnotherFollows() {
        Edition before = Edition.EMPTY.then(recorded()::forEach);
        ItemName north = new ItemName(RegistryKind.AGENCY, "tj-shelter-north");
        RegistryItem item = before.find(north).orElseThrow().item();
        String suspended = Documents.text(item).replace("\"standing\":\"active\"", "\"standing\":\"suspended\"");

        Edition after = before.then(List.of(change(before.number() + 1, north, 2, suspended))::forEach);

        assertTrue(before.directory()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
        assertTrue(!after.directory()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
        assertEquals(1, before.version(north));
        assertEquals(2, after.version(north));
        assertEquals(0, after.version(new ItemName(RegistryKind.SERVICE, "tj-shelter-north")));
    }

    @Test
    void refusesRowsThatWereAltered() {
        List<RecordedChange> incomplete = recorded().stream()
                .filter(change -> change.name().kind() != RegistryKind.AGENCY)
                .toList();
        RecordedChange first = recorded().get(0);
        RecordedChange renamed = change(1, new ItemName(RegistryKind.AGENCY, "tj-somebody"), 1, first.document());
        RecordedChange cut = change(1, first.name(), 1, first.document().substring(1));

        assertThrows(IllegalStateException.class, () -> Edition.EMPTY.then(incomplete::forEach));
        assertThrows(IllegalStateException.class, () -> Edition.EMPTY.then(List.of(renamed)::forEach));
        assertThrows(IllegalStateException.class, () -> Edition.EMPTY.then(List.of(cut)::forEach));
    }

    @Test
    void hasOneManifestWhateverTheOrder() {
        Map<ItemName, Sha256> hashes =
                new HashMap<>(Edition.EMPTY.then(recorded()::forEach).hashes());
        List<RecordedChange> reversed = new ArrayList<>(recorded());
        Collections.reverse(reversed);

        assertEquals(
                Manifest.of(hashes),
                Manifest.of(Edition.EMPTY.then(reversed::forEach).hashes()));
        hashes.remove(new ItemName(RegistryKind.AGENCY, "tj-commission"));
        assertNotEquals(
                Manifest.of(hashes),
                Manifest.of(Edition.EMPTY.then(recorded()::forEach).hashes()));
        assertEquals(Sha256.digest(new byte[0]), Manifest.of(Map.of()));
    }

    @Test
    void keepsAProposalInItsExactText() {
        ItemProposal proposal =
                new ItemProposal(new ItemName(RegistryKind.SERVICE, "north-placement"), 3, "{\"a\":\n \"б\"}");

        assertEquals(proposal, ItemProposal.of(proposal.subject()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "paivand-registry-proposal/v1 agency x\n{}",
                "paivand-registry-proposal/v2 agency x 1\n{}",
                "paivand-registry-proposal/v1 person x 1\n{}",
                "paivand-registry-proposal/v1 agency x one\n{}"
            })
    void refusesAProposalThatWasAltered(String subject) {
        assertThrows(IllegalStateException.class, () -> ItemProposal.of(subject));
    }
}
