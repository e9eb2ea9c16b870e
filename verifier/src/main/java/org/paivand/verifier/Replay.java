package org.paivand.verifier;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;

/** Makes each decision again from the input that its event names, and compares. Safe for use by many threads. */
final class Replay {
    /** Longest time between a decision and the event that records it. */
    private static final Duration PROMPT = Duration.ofMinutes(5);

    private final Map<Hash, byte[]> policies;
    private final Map<Sha256, PolicyDocument> parsed = new ConcurrentHashMap<>();

    Replay(Map<Hash, byte[]> policies) {
        this.policies = policies;
    }

    /** Throws unless the event says exactly what the decision, made again, says. */
    void check(DisclosureEvent event, DecisionReference reference, byte[] inputBytes) throws DisagreementException {
        if (!Sha256.digest(inputBytes).equals(reference.inputSha256())) {
            throw new DisagreementException(Fault.INPUT_DIFFERS, "the decision's input has another hash");
        }
        DecisionInput input = input(inputBytes);
        PolicyDocument policy = policy(reference.policySha256());
        require(
                input.policySha256().equals(reference.policySha256()),
                Fault.INPUT_DIFFERS,
                "the input names another policy");
        Decision decision = replay(input, policy);
        require(decision.policyVersion().equals(reference.policyVersion()), "another policy version was applied");
        compareRequest(event, input);
        compareOutcome(event, decision);
    }

    private static DecisionInput input(byte[] bytes) throws DisagreementException {
        try {
            return DecisionInput.parse(bytes);
        } catch (InvalidDocumentException e) {
            throw new DisagreementException(
                    Fault.INPUT_DIFFERS, "the decision's input can't be read: " + e.getMessage());
        }
    }

    private PolicyDocument policy(Sha256 sha256) throws DisagreementException {
        Optional<PolicyDocument> known = Optional.ofNullable(parsed.get(sha256));
        if (known.isPresent()) {
            return known.get();
        }
        for (Map.Entry<Hash, byte[]> policy : policies.entrySet()) {
            if (policy.getKey().hex().equals(sha256.hex())) {
                try {
                    PolicyDocument document = PolicyDocument.parse(policy.getValue());
                    parsed.put(sha256, document);
                    return document;
                } catch (InvalidDocumentException e) {
                    throw new DisagreementException(Fault.INPUT_DIFFERS, "the policy can't be read: " + e.getMessage());
                }
            }
        }
        throw new DisagreementException(Fault.INPUT_MISSING, "the decision's policy is not in the bundle");
    }

    private static Decision replay(DecisionInput input, PolicyDocument policy) throws DisagreementException {
        try {
            return input.replay(policy);
        } catch (RuntimeException e) {
            throw new DisagreementException(
                    Fault.DECISION_DIFFERS,
                    "no decision can be made of this input: " + e.getClass().getSimpleName());
        }
    }

    private static void compareRequest(DisclosureEvent event, DecisionInput input) throws DisagreementException {
        DisclosureRequest request = input.request();
        Counterpart recipient = event.recipient()
                .orElseThrow(() -> new DisagreementException(Fault.DECISION_DIFFERS, "a decision without a recipient"));
        require(recipient.agency().equals(request.recipient().agency()), "it was decided about another recipient");
        require(
                recipient.jurisdiction().equals(request.recipient().jurisdiction()),
                "it was decided about another jurisdiction");
        require(event.purpose().equals(request.purpose()), "it was decided for another purpose");
        if (event instanceof DisclosedOutOfBand told) {
            require(told.toldAt().equals(input.decidedAt()), "it was judged as of another time");
            return;
        }
        require(
                recipient.worker().equals(request.worker().map(NamedWorker::worker)),
                "it was decided about another worker");
        Duration apart =
                Duration.between(input.decidedAt(), event.head().occurredAt()).abs();
        require(apart.compareTo(PROMPT) <= 0, "it was decided at another time");
    }

    private static void compareOutcome(DisclosureEvent event, Decision decision) throws DisagreementException {
        require(event.tells(decision), "what the event tells is not what is decided");
        if (event instanceof Disclosure disclosure) {
            compareTerms(disclosure, decision);
        }
    }

    private static void compareTerms(Disclosure event, Decision decision) throws DisagreementException {
        Optional<Terms> owed = event.released().stream()
                .flatMap(part -> Optional.ofNullable(decision.permitted().get(part.category())).stream())
                .map(CategoryDecision.Permit::obligations)
                .reduce(Obligations::and)
                .map(Terms::of);
        require(owed.equals(Optional.of(event.terms())), "other obligations went with the release than it owed");
    }

    private static void require(boolean agreed, String otherwise) throws DisagreementException {
        require(agreed, Fault.DECISION_DIFFERS, otherwise);
    }

    private static void require(boolean agreed, Fault fault, String otherwise) throws DisagreementException {
        if (!agreed) {
            throw new DisagreementException(fault, otherwise);
        }
    }
}
