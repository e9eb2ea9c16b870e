package org.paivand.registry.agreement;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementReference;
import org.paivand.disclosure.policy.Corridor;
import org.paivand.disclosure.policy.Corridor.Objection;
import org.paivand.disclosure.policy.Obstacle;

/**
 * One category for one purpose.
 *
 * @param obstacle why it may not flow, or not between all
 * @param agreement the narrowest that binds; of what may not flow, the narrowest that keeps it back
 * @param limits of what may flow
 * @param exceptions agreements in force of kinds or agencies of the two countries that name the purpose, the narrowest first
 */
public record MatrixCell(
        Category category,
        Flow flow,
        Optional<Obstacle> obstacle,
        Optional<AgreementReference> agreement,
        Optional<Limits> limits,
        List<AgreementReference> exceptions) {

    public MatrixCell {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * What a recipient must keep to: the strictest of all that bind.
     *
     * @param recipientKinds the only kinds that may receive; absent: every kind
     */
    public record Limits(boolean onward, int retentionDays, Optional<Set<AgencyKind>> recipientKinds) {}

    static MatrixCell of(Category category, Purpose purpose, Corridor corridor, List<Agreement> exceptions) {
        List<AgreementReference> named =
                exceptions.stream().map(Agreement::reference).toList();
        Optional<Objection> objection =
                corridor.objection(category, Action.SHARE).or(() -> nobodyReceives(corridor));
        if (objection.isPresent()) {
            boolean some = corridor.binding().isEmpty()
                    && exceptions.stream()
                            .anyMatch(agreement -> agreement.ceiling(purpose).contains(category));
            return new MatrixCell(
                    category,
                    some ? Flow.SOME : Flow.NONE,
                    objection.map(Objection::obstacle),
                    objection.flatMap(Objection::agreement).map(Agreement::reference),
                    Optional.empty(),
                    named);
        }
        Limits limits = new Limits(
                corridor.onwardAllowed(), corridor.retentionDays(Integer.MAX_VALUE), recipientKinds(corridor));
        return new MatrixCell(
                category,
                Flow.ALL,
                Optional.empty(),
                corridor.narrowest().map(Agreement::reference),
                Optional.of(limits),
                named);
    }

    private static Optional<Objection> nobodyReceives(Corridor corridor) {
        return recipientKinds(corridor)
                .filter(Set::isEmpty)
                .map(nobody -> new Objection(Obstacle.RECIPIENT_KIND_NOT_NAMED, corridor.narrowest()));
    }

    private static Optional<Set<AgencyKind>> recipientKinds(Corridor corridor) {
        return corridor.binding().stream()
                .flatMap(agreement -> agreement.terms().recipientKinds().stream())
                .reduce(MatrixCell::common);
    }

    private static Set<AgencyKind> common(Set<AgencyKind> some, Set<AgencyKind> others) {
        Set<AgencyKind> both = EnumSet.noneOf(AgencyKind.class);
        both.addAll(some);
        both.retainAll(others);
        return both;
    }
}
