package org.paivand.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.paivand.audit.TestLog;
import org.paivand.casefile.key.UnusableKeystoreException;
import org.paivand.database.DatabaseUnavailableException;
import org.paivand.database.TestDatabase;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.policy.Policies;

@Timeout(60)
class NodeTest {
    @AutoClose
    private static final TestNode node = TestNode.running();

    @Test
    void proclaimsAPolicyOnceHoweverManyNodesStart() throws Exception {
        Node second = node.another();
        second.close();

        List<DisclosureEvent> proclaimed = node.entries().stream()
                .map(TestNode.Logged::event)
                .filter(event -> event instanceof PolicyChanged)
                .toList();
        assertEquals(1, proclaimed.size());
        assertEquals(node.rules().document().sha256(), ((PolicyChanged) proclaimed.get(0)).policySha256());
        assertEquals(
                1,
                TestNode.number("SELECT COUNT(*) FROM paivand_log.policy WHERE sha256 = x'"
                        + node.rules().document().sha256().hex() + "' AND SHA2(body, 256) = LOWER(HEX(sha256))"));
    }

    /** Neither a file nor a newer version of the program replaces what two people have put in force. */
    @Test
    void keepsThePolicyInForceWhateverItIsStartedWith() throws Exception {
        for (PolicyDocument other : List.of(PolicyDocument.tajikistan(1), Policies.longerReflection("tj-9"))) {
            Node second = node.another(other);
            try (second) {
                assertEquals(
                        node.rules().document().sha256(),
                        second.policies.timeline().at(Instant.MAX).document().sha256());
            }
        }
        assertEquals(1, TestNode.number("SELECT COUNT(*) FROM paivand_log.policy_validity"));
        assertEquals(1, TestNode.number("SELECT COUNT(*) FROM paivand_log.policy"));
    }

    @Test
    void doesNotStartWithoutItsKeystore() {
        Settings settings = node.settings(TestDatabase.running().url(), Path.of("no-such-keystore.p12"));

        assertThrows(UnusableKeystoreException.class, () -> new Node(settings, node.rules(), node.clock));
    }

    @Test
    void leavesNothingRunningWhenItCannotStart() throws Exception {
        long before = pools();
        Settings nowhere = node.settings("jdbc:mariadb://127.0.0.1:1/paivand", node.keystore());

        assertThrows(DatabaseUnavailableException.class, () -> new Node(nowhere, node.rules(), node.clock));

        TestLog.await("the pools are closed", () -> pools() == before);
    }

    /** Each pool has one thread that keeps house. */
    private static long pools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("paivand")
                        && thread.getName().contains("housekeeper"))
                .count();
    }
}
