package org.paivand.verifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.paivand.audit.MalformedException;
import org.paivand.audit.bundle.BundleReader;
import org.paivand.audit.bundle.BundledEntry;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.bundle.Scope;
import org.paivand.audit.bundle.SelectedEntry;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.VerifiedCheckpoint;
import org.paivand.audit.merkle.GrowingTree;
import org.paivand.disclosure.event.DisclosureEvent;

/** One way through one bundle. */
final class BundleCheck {
    private final BundleReader bundle;
    private final Manifest manifest;
    private final Held held;
    private final Findings findings;
    private final Authenticated log;
    private final Continuity continuity;
    private final List<Rule> rules;
    private final Progress progress;
    private final EventSink sink;
    private Counts counts = Counts.NONE;

    BundleCheck(BundleReader bundle, Held held, Findings findings, Progress progress, EventSink sink)
            throws MalformedException {
        this.bundle = bundle;
        this.manifest = bundle.manifest();
        this.held = held;
        this.findings = findings;
        this.progress = progress;
        this.sink = sink;
        this.log = new Authenticated(bundle.checkpoint(), held, findings);
        Checkpoint checkpoint = log.checkpoint();
        if (!manifest.origin().equals(checkpoint.origin())
                || manifest.size() != checkpoint.treeHead().size()) {
            throw new MalformedException("the manifest speaks of another checkpoint");
        }
        this.continuity = new Continuity(log, findings);
        Extent extent = new Extent(manifest, log.witnessed());
        this.rules = List.of(
                new Times(extent.witnessed(), findings),
                new Receipts(extent, findings),
                new Reviews(extent, findings),
                new PoliciesUsed(extent, bundle.policies().keySet(), findings),
                new Successions(log, held, extent, findings));
    }

    Report report() throws IOException {
        Optional<Long> size = continuity.open();
        size.flatMap(bundle::headAt).ifPresent(continuity::reached);
        bundle.earlier().ifPresent(earlier -> {
            if (size.equals(Optional.of(earlier.size()))) {
                continuity.proven(earlier.proof());
            }
        });
        held.consistency().ifPresent(continuity::proven);
        Shredded shredded = Shredded.by(bundle.certificates(), manifest.origin(), held.trust(), findings);
        Explainer explainer = new Explainer(log.checkpoint().treeHead(), shredded, bundle.policies());
        try (Workers workers = new Workers(explainer, this::explained)) {
            read(workers);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
        progress.done(explainer.replaying());
        return log.report(Subject.BUNDLE, Optional.of(manifest), Optional.empty(), counts);
    }

    private void read(Workers workers) throws IOException {
        Optional<MalformedException> malformed = Optional.empty();
        try {
            if (manifest.scope() == Scope.PERIOD) {
                gap();
                period(workers);
            } else {
                selection(workers);
            }
        } catch (MalformedException e) {
            malformed = Optional.of(e);
        }
        workers.end();
        if (malformed.isPresent()) {
            findings.add(bundle.index(), Fault.MALFORMED, malformed.get().reason());
            return;
        }
        continuity.end();
        rules.forEach(Rule::end);
    }

    private void gap() {
        Optional<Long> seen = log.since().map(VerifiedCheckpoint::treeHead).map(head -> head.size());
        long covered = held.coveredTo().orElse(seen.orElse(manifest.from()));
        if (covered < manifest.from()) {
            findings.add(Fault.GAP, "entries " + covered + " to " + (manifest.from() - 1) + " are not covered");
        }
    }

    private void period(Workers workers) throws IOException, MalformedException {
        GrowingTree tree = new GrowingTree(bundle.edge());
        continuity.reached(tree.head());
        long watched = continuity.open().orElse(-1L);
        for (Optional<BundledEntry> next = bundle.next(); next.isPresent(); next = bundle.next()) {
            BundledEntry entry = next.get();
            tree.append(entry.entry().leafHash());
            if (tree.size() == watched) {
                continuity.reached(tree.head());
            }
            if (manifest.covers(entry.index())) {
                workers.add(Shown.of(entry));
            }
            progress.at(tree.size() - manifest.edge(), manifest.size() - manifest.edge());
        }
        if (!tree.head().equals(log.checkpoint().treeHead())) {
            findings.add(Fault.ROOT_DIFFERS, "the entries do not give the root that was signed");
        }
    }

    private void selection(Workers workers) throws IOException, MalformedException {
        for (Optional<SelectedEntry> next = bundle.nextSelected(); next.isPresent(); next = bundle.nextSelected()) {
            workers.add(Shown.of(next.get()));
            progress.at(bundle.index(), manifest.size());
        }
    }

    private void explained(Explained explained) {
        counts = counts.plus(explained);
        explained.finding().ifPresent(findings::add);
        explained.event().ifPresent(event -> {
            rules.forEach(rule -> rule.see(explained.index(), event));
            handOn(explained.index(), event);
        });
    }

    private void handOn(long index, DisclosureEvent event) {
        try {
            sink.take(manifest.origin(), index, event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
