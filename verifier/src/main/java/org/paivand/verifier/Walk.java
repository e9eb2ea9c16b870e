package org.paivand.verifier;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Frontier;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.SignedNote;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;

/** One way through one bundle. */
final class Walk {
    private final BundleReader bundle;
    private final Manifest manifest;
    private final Checkpoint checkpoint;
    private final Findings findings;
    private final Optional<WitnessPolicy> trust;
    private final Replay replay;
    private Optional<TreeHead> since = Optional.empty();
    private Map<String, Instant> cosignedAt = Map.of();
    private Frontier frontier;
    private long opened;
    private long replayed;

    Walk(BundleReader bundle, Optional<WitnessPolicy> trust, Optional<SignedNote> since, Findings findings)
            throws MalformedException {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.checkpoint = Checkpoint.parse(bundle.checkpoint().text());
        this.trust = trust;
        this.findings = findings;
        this.replay = new Replay(bundle.policies());
        this.frontier = bundle.edge();
        if (!manifest.origin().equals(checkpoint.origin())
                || manifest.size() != checkpoint.treeHead().size()) {
            throw new MalformedException("the manifest speaks of another checkpoint");
        }
        trust.ifPresent(policy -> authenticate(policy, since));
    }

    Report report() throws IOException {
        try {
            walk();
        } catch (MalformedException e) {
            findings.add(bundle.index(), Fault.MALFORMED, e.reason());
        }
        Verdict verdict = trust.isPresent() ? Verdict.VALID : Verdict.NOT_AUTHENTICATED;
        return new Report(
                findings.total() > 0 ? Verdict.REFUSED : verdict,
                Optional.of(checkpoint),
                Optional.of(manifest),
                opened,
                replayed,
                cosignedAt,
                findings.listed(),
                findings.total());
    }

    private void authenticate(WitnessPolicy policy, Optional<SignedNote> last) {
        try {
            cosignedAt = policy.verify(bundle.checkpoint()).cosignedAt();
        } catch (UntrustedCheckpointException e) {
            findings.add(Fault.UNTRUSTED, e.reason());
        }
        if (last.isPresent()) {
            try {
                since(policy.verify(last.get()));
            } catch (UntrustedCheckpointException e) {
                findings.add(Fault.NOT_CONSISTENT, "the earlier checkpoint itself: " + e.reason());
            }
        }
    }

    private void since(VerifiedCheckpoint last) {
        TreeHead head = last.treeHead();
        if (!last.origin().equals(checkpoint.origin())) {
            findings.add(Fault.NOT_CONSISTENT, "the earlier checkpoint is that of another log");
        } else if (head.size() > checkpoint.treeHead().size()) {
            findings.add(Fault.NOT_CONSISTENT, "the log was larger in the earlier checkpoint");
        } else if (head.size() < manifest.from()) {
            findings.add(Fault.GAP, "entries " + head.size() + " to " + (manifest.from() - 1) + " are not covered");
        } else {
            since = Optional.of(head);
        }
    }

    private void walk() throws IOException, MalformedException {
        compareWithEarlier();
        Optional<BundledEntry> next = bundle.next();
        while (next.isPresent()) {
            BundledEntry entry = next.get();
            frontier = frontier.append(entry.entry().leafHash());
            compareWithEarlier();
            if (manifest.covers(entry.index())) {
                explain(entry);
            }
            next = bundle.next();
        }
        if (!frontier.head().equals(checkpoint.treeHead())) {
            findings.add(Fault.ROOT_DIFFERS, "the entries do not give the root that was signed");
        }
    }

    private void compareWithEarlier() {
        if (since.isPresent()
                && since.get().size() == frontier.size()
                && !since.get().equals(frontier.head())) {
            findings.add(Fault.NOT_CONSISTENT, "the log does not continue the earlier checkpoint");
        }
    }

    private void explain(BundledEntry bundled) {
        if (bundled.opening().isEmpty()) {
            findings.add(bundled.index(), Fault.UNEXPLAINED, "no opening");
            return;
        }
        Opening opening = bundled.opening().get();
        if (!opening.entry().equals(bundled.entry())) {
            findings.add(bundled.index(), Fault.OPENING_DIFFERS, "the opening is not that of the entry");
            return;
        }
        opened++;
        try {
            explain(opening, bundled.decisionInput());
        } catch (DisagreementException e) {
            findings.add(bundled.index(), e.fault(), e.reason());
        }
    }

    private void explain(Opening opening, Optional<byte[]> input) throws DisagreementException {
        DisclosureEvent event = event(opening);
        Optional<DecisionReference> decision = Replay.decision(event);
        if (decision.isPresent() != input.isPresent()) {
            throw new DisagreementException(
                    Fault.INPUT_MISSING,
                    input.isPresent() ? "an input for an event without decision" : "the decision's input is missing");
        }
        if (decision.isPresent() && input.isPresent()) {
            replay.check(event, decision.get(), input.get());
            replayed++;
        }
    }

    private static DisclosureEvent event(Opening opening) throws DisagreementException {
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
}
