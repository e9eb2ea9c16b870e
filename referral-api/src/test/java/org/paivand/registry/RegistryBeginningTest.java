package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.paivand.registry.RegistryScene.NORTH;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.registry.json.SampleDirectory;
import org.paivand.wiring.TestNode;

@Timeout(120)
class RegistryBeginningTest {
    private TestNode node;
    private RegistryScene scene;

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
        scene = new RegistryScene(node);
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void fillsTheBookOnceAndLogsWhatItHeld() throws Exception {
        Map<ItemName, Sha256> held = new HashMap<>();
        node.registry().changes(0, 100_000).forEach(change -> held.put(change.name(), change.sha256()));

        assertEquals(
                Set.copyOf(Documents.items(SampleDirectory.load())), Set.copyOf(Documents.items(node.directory())));
        List<RegistryChanged> entries = scene.entries("registry");
        assertEquals(
                List.of(RegistryChange.BEGUN),
                entries.stream().map(RegistryChanged::change).toList());
        assertEquals(Manifest.of(held), entries.get(0).documentSha256());
        assertEquals("operator", entries.get(0).head().discloser().role());
    }

    @Test
    void keepsTheBookWhateverTheFilesHoldLater() throws Exception {
        scene.suspend("tj-shelter-north");
        long rows = TestNode.number("SELECT COUNT(*) FROM paivand_log.registry_change");

        node.restart();

        assertEquals(rows, TestNode.number("SELECT COUNT(*) FROM paivand_log.registry_change"));
        assertFalse(node.directory()
                .agency(new AgencyId("tj-shelter-north"))
                .orElseThrow()
                .isActive());
        assertEquals(2, scene.version(NORTH));
        assertEquals(List.of(RegistryChange.BEGUN), scene.logged("registry"));
    }

    @Test
    void goesOnGivingTheAgreementsItBeganWith() throws Exception {
        scene.suspend("tj-shelter-north");
        node.restart();

        assertEquals(
                Set.copyOf(SampleDirectory.load().agreements()),
                Set.copyOf(node.directory().agreements()));
    }
}
