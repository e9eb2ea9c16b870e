package org.paivand.restatement;

import java.util.UUID;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** How two of a case's controller let it release again. */
final class Restating {
    private final TestNode node;
    private final Scene scene;
    final Caller colleague = TestNode.caller(Scene.POLICE, "officer-two", Role.REFERRER);

    Restating(TestNode node, Scene scene) {
        this.node = node;
        this.scene = scene;
    }

    UUID propose() throws Exception {
        return propose(scene.controller);
    }

    UUID propose(Caller caller) throws Exception {
        return node.restatements()
                .propose(caller, UUID.randomUUID(), TestNode.key(), scene.caseId)
                .proposal()
                .id();
    }

    Approval.Decided decide(Caller caller, UUID id, Verdict verdict) throws Exception {
        return node.restatements().decide(caller, UUID.randomUUID(), scene.caseId, id, verdict);
    }

    void byTwo() throws Exception {
        decide(colleague, propose(), Verdict.CONFIRM);
    }
}
