package org.paivand.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.function.Executable;
import org.paivand.approval.Approval;
import org.paivand.approval.Verdict;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.release.LoggedDisclosure;
import org.paivand.wiring.Scene;
import org.paivand.wiring.TestNode;

/** An agency and a shelter to which it sends somebody, and what goes back from there. */
final class BothWays {
    static final String HOTLINE = "tj-hotline-national";

    final Scene there;
    final Scene back;
    final Caller sender;
    final Caller provider;
    private final TestNode node;

    /** A case that has a service request. */
    BothWays(TestNode node, String agency) throws Exception {
        this.node = node;
        this.there = Scene.between(node, agency, Scene.SHELTER, Purpose.SHELTER_PLACEMENT);
        there.write(Category.SERVICE_REQUEST, 0);
        this.back = there.towards(agency);
        this.sender = there.controller;
        this.provider = there.recipient;
    }

    /** As the provider. */
    void move(ReferralId id, Move move) {
        node.referrals().move(provider, id, Optional.empty(), move);
    }

    LoggedDisclosure pull(Caller by, ReferralId id, Category... categories) throws Exception {
        return node.pulls().pull(by, UUID.randomUUID(), TestNode.key(), id, Set.of(categories));
    }

    static JsonNode released(LoggedDisclosure disclosure) throws Exception {
        return new ObjectMapper().readTree(disclosure.sections());
    }

    Disclosure logged(LoggedDisclosure disclosure) throws Exception {
        return node.entries().stream()
                .filter(entry -> entry.eventId().equals(disclosure.eventId()))
                .map(entry -> assertInstanceOf(Disclosure.class, entry.event()))
                .findFirst()
                .orElseThrow();
    }

    /** Two people of the sender's erase the case. */
    void erase() throws Exception {
        UUID erasure = node.erasures()
                .propose(sender, UUID.randomUUID(), TestNode.key(), there.caseId)
                .proposal()
                .id();
        Caller second = TestNode.caller(sender.agency().value(), "second", Role.REFERRER);
        Approval unusedDecided =
                node.erasures().decide(second, UUID.randomUUID(), there.caseId, erasure, Verdict.CONFIRM);
    }

    static long told(String kind, ReferralId id, String agency) throws SQLException {
        return TestNode.number("SELECT COUNT(*) FROM paivand.notification WHERE agency = '" + agency + "' AND kind = '"
                + kind + "' AND subject = '" + id + "'");
    }

    static void refused(ProblemCode code, Executable call) {
        assertEquals(code, assertThrows(ProblemException.class, call).code());
    }
}
