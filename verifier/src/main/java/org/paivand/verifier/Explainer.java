package org.paivand.verifier;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.InvalidProofException;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;

/** Looks at one entry by itself: its proof, its opening, its event, its decision. Safe for use by many threads. */
final class Explainer {
    private final TreeHead head;
    private final Shredded shredded;
    private final Replay replay;
    private final LongAdder replayNanos = new LongAdder();

    Explainer(TreeHead head, Shredded shredded, Map<Hash, byte[]> policies) {
        this.head = head;
        this.shredded = shredded;
        this.replay = new Replay(policies);
    }

    Explained explain(Shown shown) {
        BundledEntry bundled = shown.entry();
        if (bundled.opening().isEmpty()) {
            return withoutOpening(bundled.index());
        }
        Opening opening = bundled.opening().get();
        if (!opening.entry().equals(bundled.entry())) {
            return wrong(bundled.index(), Fault.OPENING_DIFFERS, "the opening is not that of the entry");
        }
        if (shown.proof().isPresent()) {
            try {
                shown.proof().get().verify(bundled.entry().leafHash(), bundled.index(), head);
            } catch (InvalidProofException e) {
                return wrong(bundled.index(), Fault.PROOF_INVALID, e.reason());
            }
        }
        return opened(bundled.index(), opening, bundled.decisionInput());
    }

    /** How long all threads together made decisions again. */
    Duration replaying() {
        return Duration.ofNanos(replayNanos.sum());
    }

    private Explained withoutOpening(long index) {
        if (shredded.covers(index)) {
            return new Explained(index, Explained.State.SHREDDED, Optional.empty(), false, Optional.empty());
        }
        Finding finding = new Finding(
                OptionalLong.of(index), Fault.UNEXPLAINED, "neither an opening nor a certificate that it was erased");
        return new Explained(index, Explained.State.UNEXPLAINED, Optional.empty(), false, Optional.of(finding));
    }

    private Explained opened(long index, Opening opening, Optional<byte[]> input) {
        Optional<DisclosureEvent> event = Optional.empty();
        boolean replayed = false;
        Optional<Finding> finding = Optional.empty();
        try {
            event = Optional.of(event(opening));
            replayed = replayed(event.get(), input);
        } catch (DisagreementException e) {
            finding = Optional.of(new Finding(OptionalLong.of(index), e.fault(), e.reason()));
        }
        return new Explained(index, Explained.State.OPENED, event, replayed, finding);
    }

    private boolean replayed(DisclosureEvent event, Optional<byte[]> input) throws DisagreementException {
        Optional<DecisionReference> decision = event.decided();
        if (decision.isPresent() != input.isPresent()) {
            throw new DisagreementException(
                    Fault.INPUT_MISSING,
                    input.isPresent() ? "an input for an event without decision" : "the decision's input is missing");
        }
        if (decision.isPresent() && input.isPresent()) {
            long started = System.nanoTime();
            replay.check(event, decision.get(), input.get());
            replayNanos.add(System.nanoTime() - started);
            return true;
        }
        return false;
    }

    /** The event of an opening, of the type that its entry says. */
    static DisclosureEvent event(Opening opening) throws DisagreementException {
        DisclosureEvent event;
        try {
            event = EventJson.parse(opening.event());
        } catch (InvalidDocumentException e) {
            throw new DisagreementException(Fault.EVENT_INVALID, "the event can't be read: " + e.getMessage());
        }
        if (!event.type().code().equals(opening.type().code())) {
            throw new DisagreementException(Fault.EVENT_INVALID, "the event is of another type than its entry");
        }
        return event;
    }

    private static Explained wrong(long index, Fault fault, String reason) {
        Finding finding = new Finding(OptionalLong.of(index), fault, reason);
        return new Explained(index, Explained.State.DIFFERS, Optional.empty(), false, Optional.of(finding));
    }
}
