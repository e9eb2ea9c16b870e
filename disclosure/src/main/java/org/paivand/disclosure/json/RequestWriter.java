package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.decision.Age;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.decision.GuardianFinding;
import org.paivand.disclosure.decision.StandaloneBasis;

/** Writes what was asked and the facts it was asked with; the members are listed in FORMATS.md. */
final class RequestWriter {
    private RequestWriter() {}

    static ObjectNode request(DisclosureRequest request) {
        ObjectNode node = Nodes.object().put("caseRef", request.caseRef().toString());
        node.set("discloser", Nodes.party(request.discloser()));
        node.set("recipient", Nodes.party(request.recipient()));
        node.put("recipientConfidential", request.recipientConfidential());
        request.worker()
                .ifPresent(worker -> node.set(
                        "worker",
                        Nodes.object().put("id", worker.worker().value()).put("assigned", worker.assigned())));
        Nodes.optional(node, "purpose", request.purpose(), Purpose::code);
        node.set("categories", Nodes.codes(request.categories()));
        node.put("action", request.action().code())
                .put("occasion", request.occasion().code())
                .put("accepted", request.accepted());
        node.set("facts", facts(request.facts()));
        return node.set("bases", Nodes.objects(request.bases(), basis -> basis.fold(new BasisWriter())));
    }

    private static ObjectNode facts(CaseFacts facts) {
        ObjectNode node = Nodes.object().put("openedBy", facts.openedBy().value());
        node.set("age", age(facts.age()));
        facts.guardianFinding().ifPresent(finding -> node.set("guardianFinding", finding(finding)));
        node.put("protectionFear", facts.protectionFear().code())
                .put("reflectionFrom", facts.reflectionFrom().toString());
        Nodes.optional(node, "reflectionLiftedAt", facts.reflectionLiftedAt(), Object::toString);
        return node.put("familyMustNotKnow", facts.familyMustNotKnow());
    }

    private static ObjectNode age(Age age) {
        ObjectNode node = Nodes.object().put("group", age.group().code());
        Nodes.optional(node, "firstAdult", age.firstAdult(), Object::toString);
        Nodes.optional(node, "lastAdult", age.lastAdult(), Object::toString);
        return node;
    }

    private static ObjectNode finding(GuardianFinding finding) {
        ObjectNode node = Nodes.object().put("finding", finding.finding().code());
        node.set("by", Nodes.party(finding.by()));
        return node.put("at", finding.at().toString());
    }

    private static final class BasisWriter implements StandaloneBasis.Cases<ObjectNode> {
        @Override
        public ObjectNode breakGlass(StandaloneBasis.BreakGlass basis) {
            ObjectNode node = begin(basis).put("reason", basis.reason().code()).put("officer", basis.officer());
            Nodes.optional(node, "secondPerson", basis.secondPerson(), who -> who);
            return node.put("reviewOpen", basis.reviewOpen())
                    .put("openedAt", basis.openedAt().toString())
                    .put("notAfter", basis.notAfter().toString());
        }

        @Override
        public ObjectNode bestInterests(StandaloneBasis.BestInterests basis) {
            ObjectNode node = begin(basis);
            node.set("decidedBy", Nodes.party(basis.decidedBy()));
            node.put("purpose", basis.purpose().code());
            node.set("categories", Nodes.codes(basis.categories()));
            return node.put("decidedAt", basis.decidedAt().toString())
                    .put("notAfter", basis.notAfter().toString());
        }

        @Override
        public ObjectNode duty(StandaloneBasis.StatutoryDuty basis) {
            return begin(basis)
                    .put("duty", basis.duty())
                    .put("triggeredAt", basis.triggeredAt().toString())
                    .put("notAfter", basis.notAfter().toString());
        }

        @Override
        public ObjectNode courtOrder(StandaloneBasis.CourtOrder basis) {
            ObjectNode node = begin(basis).put("court", basis.court().code());
            node.set("categories", Nodes.codes(basis.categories()));
            return node.put("documentSha256", basis.documentSha256().hex())
                    .put("recordedBy", basis.recordedBy().value())
                    .put("firstPerson", basis.firstPerson())
                    .put("secondPerson", basis.secondPerson())
                    .put("personTold", basis.personTold())
                    .put("orderedAt", basis.orderedAt().toString())
                    .put("notAfter", basis.notAfter().toString());
        }

        @Override
        public ObjectNode childProtectionRequest(StandaloneBasis.ChildProtectionRequest basis) {
            ObjectNode node = begin(basis);
            node.set("requestedBy", Nodes.party(basis.requestedBy()));
            return node.put("purpose", basis.purpose().code())
                    .put("requestedAt", basis.requestedAt().toString())
                    .put("notAfter", basis.notAfter().toString());
        }

        private static ObjectNode begin(StandaloneBasis basis) {
            return Nodes.object()
                    .put("type", basis.type().code())
                    .put("id", basis.id().toString())
                    .put("recipient", basis.recipient().value());
        }
    }
}
