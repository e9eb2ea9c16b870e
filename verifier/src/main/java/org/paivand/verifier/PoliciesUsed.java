package org.paivand.verifier;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.PolicyChanged;

/** Which policies decisions rest on, and whether the log had announced them. */
final class PoliciesUsed implements Rule {
    private final Extent extent;
    private final Findings findings;
    private final Set<String> unused = new HashSet<>();
    private final Set<String> announced = new HashSet<>();
    private boolean announcedEarlier;

    PoliciesUsed(Extent extent, Collection<Hash> brought, Findings findings) {
        this.extent = extent;
        this.findings = findings;
        this.announcedEarlier = !extent.fromFirst();
        brought.forEach(policy -> unused.add(policy.hex()));
    }

    @Override
    public void see(long index, DisclosureEvent event) {
        if (event instanceof PolicyChanged change) {
            announced.add(change.policySha256().hex());
        }
        if (event instanceof LogChanged change && change.previous().isPresent()) {
            announcedEarlier = true;
        }
        event.decided()
                .ifPresent(decision -> used(index, decision.policySha256().hex()));
    }

    private void used(long index, String policy) {
        boolean first = unused.remove(policy);
        if (first && !announcedEarlier && !announced.contains(policy)) {
            findings.note(index, "the first decision under policy " + policy + ", which no earlier entry announces");
        }
    }

    @Override
    public void end() {
        if (extent.isPeriod()) {
            unused.stream().sorted().forEach(policy -> findings.note("no decision here rests on policy " + policy));
        }
    }
}
