package org.paivand.disclosure.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;

/**
 * What the agreements between two sides let pass for one purpose at one instant. Every agreement in force that names the
 * purpose binds: what one of them keeps back stays, and of their limits the strictest hold. So another agreement never lets more
 * pass where one bound already, and no order of agreements matters. The narrowest is the one that is named.
 */
public final class Corridor {
    private final List<Agreement> binding;
    private final Optional<Agreement> nearest;
    private final Optional<AgencyKind> recipient;
    private final Purpose purpose;
    private final Instant now;

    private Corridor(List<Agreement> concerned, Optional<AgencyKind> recipient, Purpose purpose, Instant now) {
        this.recipient = recipient;
        this.purpose = purpose;
        this.now = now;
        this.binding = concerned.stream()
                .filter(agreement ->
                        agreement.inForce(now) && agreement.purposes().contains(purpose))
                .sorted(Narrowness.forPurpose(purpose))
                .toList();
        this.nearest = concerned.stream().min(nearestToBinding());
    }

    /** @param agreements those that don't concern the two are passed over */
    public static Corridor between(
            Party discloser, Party recipient, Collection<Agreement> agreements, Purpose purpose, Instant now) {
        List<Agreement> concerned = agreements.stream()
                .filter(agreement -> agreement.between(discloser, recipient))
                .toList();
        return new Corridor(concerned, Optional.of(recipient.kind()), purpose, now);
    }

    /**
     * Between agencies that aren't named, so that no limit on the recipient's kind is asked.
     *
     * @param concerned the agreements that bind them all
     */
    public static Corridor among(Collection<Agreement> concerned, Purpose purpose, Instant now) {
        return new Corridor(List.copyOf(concerned), Optional.empty(), purpose, now);
    }

    /**
     * What keeps a category back.
     *
     * @param agreement the narrowest that does; none where there is none between the two
     */
    public record Objection(Obstacle obstacle, Optional<Agreement> agreement) {}

    /** Those in force that name the purpose, the narrowest first. */
    public List<Agreement> binding() {
        return binding;
    }

    /** The narrowest of those that bind. */
    public Optional<Agreement> narrowest() {
        return binding.stream().findFirst();
    }

    /** Why the category must stay; empty where all that bind let it pass, and at least one does. */
    public Optional<Objection> objection(Category category, Action action) {
        if (binding.isEmpty()) {
            return Optional.of(
                    new Objection(nearest.map(this::whyItDoesNotBind).orElse(Obstacle.NO_AGREEMENT), nearest));
        }
        for (Agreement agreement : binding) {
            Optional<Obstacle> obstacle = obstacle(agreement, category, action);
            if (obstacle.isPresent()) {
                return Optional.of(new Objection(obstacle.get(), Optional.of(agreement)));
            }
        }
        return Optional.empty();
    }

    /** Whether all that bind allow that it is passed on; also where none binds. */
    public boolean onwardAllowed() {
        return binding.stream().allMatch(Agreement::onwardAllowed);
    }

    /** The shorter of that many days and what each that binds allows. */
    public int retentionDays(int otherwise) {
        return binding.stream().map(Agreement::retentionDays).reduce(otherwise, Math::min);
    }

    /** The earlier of that instant and the first end of one that binds. */
    public Instant validUntil(Instant otherwise) {
        return binding.stream().map(Agreement::validUntil).reduce(otherwise, Moments::earlier);
    }

    /** The strictest that one says; empty where none says. */
    public Optional<EvidenceUse> evidenceUse() {
        return binding.stream()
                .flatMap(agreement -> agreement.terms().evidenceUse().stream())
                .min(Comparator.naturalOrder());
    }

    private Optional<Obstacle> obstacle(Agreement agreement, Category category, Action action) {
        if (!recipient.map(agreement::reaches).orElse(true)) {
            return Optional.of(Obstacle.RECIPIENT_KIND_NOT_NAMED);
        }
        if (!agreement.categories().contains(category)) {
            return Optional.of(Obstacle.CATEGORY_NOT_NAMED);
        }
        if (!agreement.ceiling(purpose).contains(category)) {
            return Optional.of(Obstacle.CATEGORY_ABOVE_CEILING);
        }
        boolean forbidden = action == Action.ONWARD && !agreement.onwardAllowed();
        return forbidden ? Optional.of(Obstacle.ONWARD_FORBIDDEN) : Optional.empty();
    }

    private Obstacle whyItDoesNotBind(Agreement agreement) {
        if (now.isBefore(agreement.validFrom())) {
            return Obstacle.NOT_IN_FORCE_YET;
        }
        return agreement.inForce(now) ? Obstacle.PURPOSE_NOT_NAMED : Obstacle.NO_LONGER_IN_FORCE;
    }

    /** Rather one that names the purpose; of these one in force, then the next to begin, then the last to have ended. */
    private Comparator<Agreement> nearestToBinding() {
        return Comparator.<Agreement>comparingInt(
                        agreement -> agreement.purposes().contains(purpose) ? 0 : 1)
                .thenComparing(this::whyItDoesNotBind, Comparator.comparingInt(Corridor::distance))
                .thenComparing(this::apart)
                .thenComparing(Narrowness.forPurpose(purpose));
    }

    private static int distance(Obstacle obstacle) {
        return obstacle == Obstacle.PURPOSE_NOT_NAMED ? 0 : obstacle == Obstacle.NOT_IN_FORCE_YET ? 1 : 2;
    }

    private Duration apart(Agreement agreement) {
        if (agreement.inForce(now)) {
            return Duration.ZERO;
        }
        Instant bound = now.isBefore(agreement.validFrom()) ? agreement.validFrom() : agreement.validUntil();
        return Duration.between(now, bound).abs();
    }
}
