package org.paivand.disclosure.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Decisions;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.policy.Agreement;

/**
 * Everything that a decision was made from, to be sealed, hashed into the log and made again years later. Format
 * {@code paivand-decision-input/v1}.
 */
public record DecisionInput(
        Sha256 policySha256,
        ConsentHistory history,
        Optional<Agreement> agreement,
        DisclosureRequest request,
        Instant decidedAt) {
    private static final String FORMAT = "paivand-decision-input/v1";

    public byte[] bytes() {
        ObjectNode node = Nodes.document(FORMAT).put("policySha256", policySha256.hex());
        node.put("caseRef", history.caseRef().toString());
        node.set("consentEvents", Nodes.objects(history.events(), event -> ConsentWriter.write(Nodes.object(), event)));
        agreement.ifPresent(known -> node.set("agreement", AgreementJson.write(Nodes.object(), known)));
        node.set("request", RequestWriter.request(request));
        return StrictJson.compact(node.put("decidedAt", decidedAt.toString()));
    }

    /** Accepts exactly the bytes that {@link #bytes} makes. */
    public static DecisionInput parse(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(bytes, DecisionInput::read, DecisionInput::bytes);
    }

    /** Of {@link #bytes}. */
    public Sha256 sha256() {
        return Sha256.digest(bytes());
    }

    /**
     * Decides again.
     *
     * @throws IllegalArgumentException if this is not the policy under which it was decided
     */
    public Decision replay(PolicyDocument document) {
        if (!document.sha256().equals(policySha256)) {
            throw new IllegalArgumentException("not the policy under which it was decided");
        }
        return Decisions.decide(document.policy(), history, agreement, request, decidedAt);
    }

    private static DecisionInput read(Members members) throws InvalidDocumentException {
        members.format(FORMAT);
        Sha256 policy = members.sha256("policySha256");
        ConsentHistory history =
                new ConsentHistory(members.uuid("caseRef"), members.objects("consentEvents", ConsentReader::event));
        return new DecisionInput(
                policy,
                history,
                members.optional("agreement", some -> some.object("agreement", AgreementJson::read)),
                members.object("request", RequestReader::request),
                members.instant("decidedAt"));
    }
}
