package org.paivand.disclosure.json;

import static org.paivand.disclosure.Canonical.require;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Decisions;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.policy.Agreement;

/**
 * Everything that a decision was made from, to be sealed, hashed into the log and made again years later. Format
 * {@code paivand-decision-input/v1} with at most one agreement, of the first form; otherwise {@code v2}.
 *
 * @param agreements of different ids; by id
 */
public record DecisionInput(
        Sha256 policySha256,
        ConsentHistory history,
        List<Agreement> agreements,
        DisclosureRequest request,
        Instant decidedAt) {
    private static final String FORMAT = "paivand-decision-input/v1";
    private static final String WITH_AGREEMENTS = "paivand-decision-input/v2";

    public DecisionInput {
        agreements =
                agreements.stream().sorted(Comparator.comparing(Agreement::id)).toList();
        require(
                agreements.stream().map(Agreement::id).distinct().count() == agreements.size(),
                "an agreement is there once");
    }

    public byte[] bytes() {
        boolean first = agreements.size() <= 1 && agreements.stream().allMatch(AgreementJson::isOfFirstForm);
        ObjectNode node = Nodes.document(first ? FORMAT : WITH_AGREEMENTS).put("policySha256", policySha256.hex());
        node.put("caseRef", history.caseRef().toString());
        node.set("consentEvents", Nodes.objects(history.events(), event -> ConsentWriter.write(Nodes.object(), event)));
        if (first) {
            agreements.forEach(only -> node.set("agreement", AgreementJson.write(Nodes.object(), only)));
        } else {
            node.set("agreements", Nodes.objects(agreements, one -> AgreementJson.write(Nodes.object(), one)));
        }
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
        return Decisions.decide(document.policy(), history, agreements, request, decidedAt);
    }

    private static DecisionInput read(Members members) throws InvalidDocumentException {
        members.format(members.has("agreements") ? WITH_AGREEMENTS : FORMAT);
        Sha256 policy = members.sha256("policySha256");
        ConsentHistory history =
                new ConsentHistory(members.uuid("caseRef"), members.objects("consentEvents", ConsentReader::event));
        return new DecisionInput(
                policy,
                history,
                agreements(members),
                members.object("request", RequestReader::request),
                members.instant("decidedAt"));
    }

    private static List<Agreement> agreements(Members members) throws InvalidDocumentException {
        if (members.has("agreements")) {
            return members.objects("agreements", AgreementJson::read);
        }
        return members.has("agreement") ? List.of(members.object("agreement", AgreementJson::read)) : List.of();
    }
}
