package org.paivand.registry.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

/**
 * Which agreement binds two agencies. One made between agencies by name goes before one made between their countries
 * and replaces it whole; of each sort, at most one may bind a pair at any instant.
 */
public final class Agreements {

    private final List<Agreement> all;

    public Agreements(List<Agreement> all) {
        this.all = List.copyOf(all);
    }

    public List<Agreement> all() {
        return all;
    }

    /** The agreement in force at that instant: {@code validFrom} is inclusive, {@code validUntil} exclusive. */
    public Optional<Agreement> binding(Party discloser, Party recipient, Instant now) {
        List<Agreement> inForce = all.stream()
                .filter(a -> a.between(discloser, recipient))
                .filter(a -> !now.isBefore(a.validFrom()) && now.isBefore(a.validUntil()))
                .toList();
        return inForce.stream()
                .filter(Agreements::namesAgencies)
                .findFirst()
                .or(() -> inForce.stream().findFirst());
    }

    /** Pairs that would leave it to chance which one binds, and ids given twice in one version. */
    public List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (Agreement later : all.subList(i + 1, all.size())) {
                Agreement earlier = all.get(i);
                if (earlier.id().equals(later.id()) && earlier.version() == later.version()) {
                    conflicts.add("agreement " + earlier.id() + " is there twice in version " + earlier.version());
                } else if (overlapInTime(earlier, later) && sharePair(earlier.parties(), later.parties())) {
                    conflicts.add("agreements " + earlier.id() + " and " + later.id() + " bind one pair at one time");
                }
            }
        }
        return List.copyOf(conflicts);
    }

    private static boolean namesAgencies(Agreement agreement) {
        return agreement.parties().fold(countries -> false, agencies -> true);
    }

    private static boolean overlapInTime(Agreement a, Agreement b) {
        return a.validFrom().isBefore(b.validUntil()) && b.validFrom().isBefore(a.validUntil());
    }

    private static boolean sharePair(Parties a, Parties b) {
        return a.fold(
                countries -> b.fold(others -> sharePair(countries.jurisdictions(), others.jurisdictions()), x -> false),
                agencies -> b.fold(x -> false, others -> common(agencies.ids(), others.ids()) >= 2));
    }

    /** A single country stands for the exchanges within it, several for those between two of them. */
    private static <T> boolean sharePair(Set<T> a, Set<T> b) {
        if (a.size() == 1 || b.size() == 1) {
            return a.equals(b);
        }
        return common(a, b) >= 2;
    }

    private static <T> int common(Set<T> a, Set<T> b) {
        Set<T> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size();
    }
}
