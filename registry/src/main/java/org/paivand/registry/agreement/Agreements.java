package org.paivand.registry.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Corridor;
import org.paivand.disclosure.policy.Narrowness;

/**
 * Which agreements concern two agencies. Several may; all that are in force and name the purpose bind, and the narrowest is
 * named ({@link Corridor}). Only two that say different things of the same parties, purpose and time contradict each other.
 */
public final class Agreements {

    private final List<Agreement> all;

    public Agreements(List<Agreement> all) {
        this.all = List.copyOf(all);
    }

    public List<Agreement> all() {
        return all;
    }

    /** All that concern the two, whatever their purpose and period. */
    public List<Agreement> between(Party discloser, Party recipient) {
        return all.stream().filter(a -> a.between(discloser, recipient)).toList();
    }

    /** The narrowest in force, whatever its purposes; others may bind too: a decision is made by {@link Corridor}. */
    public Optional<Agreement> binding(Party discloser, Party recipient, Instant now) {
        return between(discloser, recipient).stream()
                .filter(a -> a.inForce(now))
                .min(Narrowness.forAnyPurpose());
    }

    /** What binds them for that purpose. */
    public Corridor corridor(Party discloser, Party recipient, Purpose purpose, Instant now) {
        return Corridor.between(discloser, recipient, all, purpose, now);
    }

    /** Pairs that contradict each other, and ids given twice in one version. */
    public List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Agreement later : all.subList(i + 1, all.size())) {
                Agreement earlier = all.get(i);
                if (earlier.id().equals(later.id()) && earlier.version() == later.version()) {
                    conflicts.add("agreement " + earlier.id() + " is there twice in version " + earlier.version());
                } else if (contradict(earlier, later)) {
                    conflicts.add("agreements " + earlier.id() + " and " + later.id()
                            + " say different things of the same parties, purpose and time");
                }
            }
        }
        return List.copyOf(conflicts);
    }

    /** Neither is the narrower by whom or when it binds, and they differ in what they let pass: one must be the other's next version. */
    private static boolean contradict(Agreement a, Agreement b) {
        return a.parties().equals(b.parties()) && overlapInTime(a, b) && differ(a, b);
    }

    private static boolean differ(Agreement a, Agreement b) {
        Set<Purpose> common = EnumSet.copyOf(a.purposes());
        common.retainAll(b.purposes());
        boolean limits = a.onwardAllowed() == b.onwardAllowed()
                && a.retentionDays() == b.retentionDays()
                && a.terms().recipientKinds().equals(b.terms().recipientKinds())
                && a.terms().evidenceUse().equals(b.terms().evidenceUse());
        return common.stream()
                .anyMatch(purpose -> !limits || !a.ceiling(purpose).equals(b.ceiling(purpose)));
    }

    private static boolean overlapInTime(Agreement a, Agreement b) {
        return a.validFrom().isBefore(b.validUntil()) && b.validFrom().isBefore(a.validUntil());
    }
}
