package org.paivand.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.paivand.registry.Hosting.HOST;
import static org.paivand.registry.RegistryScene.ANORA;
import static org.paivand.registry.RegistryScene.BAHROM;
import static org.paivand.registry.RegistryScene.faults;
import static org.paivand.registry.RegistryScene.refused;
import static org.paivand.registry.RegistryScene.waiting;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.problem.ProblemCode;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

@Timeout(120)
class HostingTest {
    private TestNode node;

    @BeforeEach
    void open() throws Exception {
        node = new TestNode();
    }

    @AfterEach
    void close() throws Exception {
        node.close();
    }

    @Test
    void takesASecondRegistrarToBeginAndOneToEnd() throws Exception {
        Approval waiting = waiting(Hosting.propose(node, Scene.SHELTER, HOST));
        assertEquals(Optional.empty(), Hosting.of(node, Scene.SHELTER));
        RegistryScene scene = new RegistryScene(node);
        refused(ProblemCode.OWN_CHANGE, () -> scene.decide(ANORA, waiting, Verdict.CONFIRM));
        assertEquals(Optional.empty(), Hosting.of(node, Scene.SHELTER));

        scene.decide(BAHROM, waiting, Verdict.CONFIRM);
        assertEquals(Optional.of(HOST), Hosting.of(node, Scene.SHELTER));

        Hosting.end(node, Scene.SHELTER);
        assertEquals(Optional.empty(), Hosting.of(node, Scene.SHELTER));
    }

    @Test
    void takesASecondRegistrarForTheNumberThatIsCalledBack() throws Exception {
        Hosting.begin(node, Scene.SHELTER);

        waiting(new RegistryScene(node).edit(ANORA, RegistryScene.NORTH, Hosting.NUMBER, "+999000778"));
    }

    @Test
    void refusesAChain() throws Exception {
        Hosting.begin(node, Scene.SHELTER);

        assertEquals(
                List.of("/host contradiction"),
                faults(() -> Hosting.propose(node, "tj-ngo-sughd-legal", Scene.SHELTER)));
    }

    @ParameterizedTest
    @CsvSource({
        "tj-police-sughd, tj-ngo-dushanbe-women",
        "tj-shelter-north, tj-police-dushanbe",
        "tj-shelter-north, tj-prosecutor-general",
        "tj-shelter-north, tj-child-protection-sughd",
        "tj-shelter-north, tj-clinic-sughd",
        "tj-shelter-north, tj-commission"
    })
    void refusesWhoInvestigatesOrDecidesOrMustReport(String hosted, String host) {
        assertEquals(List.of("/host contradiction"), faults(() -> Hosting.propose(node, hosted, host)));
    }

    @ParameterizedTest
    @CsvSource({"tj-nobody", "tj-shelter-north"})
    void refusesAHostThatIsNobodyOrTheAgencyItself(String host) {
        assertEquals(1, faults(() -> Hosting.propose(node, Scene.SHELTER, host)).size());
    }
}
