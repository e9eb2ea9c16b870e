package org.paivand.disclosure.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;

/** Step 3: a basis that stands on its own, in the order of {@link BasisType}. */
final class StandaloneStep {
    private final StandaloneCoverage coverage;
    private final List<StandaloneBasis> sound = new ArrayList<>();
    private Optional<ReasonCode> firstFlaw = Optional.empty();

    StandaloneStep(Inquiry inquiry) {
        this.coverage = new StandaloneCoverage(inquiry);
        if (inquiry.request().bases().isEmpty() || inquiry.request().action() != Action.SHARE) {
            return;
        }
        StandaloneFlaws flaws = new StandaloneFlaws(inquiry);
        inquiry.request().bases().stream()
                .filter(basis -> basis.type() != BasisType.CHILD_PROTECTION_REQUEST && coverage.concerns(basis))
                .sorted(Comparator.comparing(StandaloneBasis::type))
                .forEach(basis -> flaws.of(basis)
                        .ifPresentOrElse(
                                flaw -> firstFlaw = firstFlaw.or(() -> Optional.of(flaw)), () -> sound.add(basis)));
    }

    /** Found, or lacking for good; empty sends the category on to step 4. */
    Optional<Ground> find(Category category) {
        boolean closed = false;
        for (StandaloneBasis basis : sound) {
            if (coverage.covers(basis, category)) {
                return Optional.of(found(basis, Rule.STANDALONE_BASIS));
            }
            closed |= basis.type() == BasisType.BREAK_GLASS || basis.type() == BasisType.STATUTORY_DUTY;
        }
        return closed ? Optional.of(new Ground.Lacking(ReasonCode.OUTSIDE_BASIS)) : Optional.empty();
    }

    /** Why the first basis that was put forward for this recipient and purpose does not hold. */
    Optional<ReasonCode> firstFlaw() {
        return firstFlaw;
    }

    static Ground.Found found(StandaloneBasis basis, Rule rule) {
        return new Ground.Found(new Basis.Standalone(basis.type(), basis.id()), rule, basis.notAfter(), false);
    }
}
