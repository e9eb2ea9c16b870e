package org.paivand.disclosure.decision;

import java.util.Set;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.policy.Duty;

/** Which recipient, purpose and categories a basis of step 3 is about. */
final class StandaloneCoverage {
    private final Inquiry inquiry;

    StandaloneCoverage(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** Whether the basis was made for this recipient and purpose; if not, it is as if it had not been put forward. */
    boolean concerns(StandaloneBasis basis) {
        return basis.recipient().equals(inquiry.recipient().agency()) && basis.fold(new Purposes());
    }

    boolean covers(StandaloneBasis basis, Category category) {
        return basis.fold(new Categories()).contains(category);
    }

    private final class Purposes implements StandaloneBasis.Cases<Boolean> {
        @Override
        public Boolean breakGlass(StandaloneBasis.BreakGlass basis) {
            return true;
        }

        @Override
        public Boolean bestInterests(StandaloneBasis.BestInterests basis) {
            return basis.purpose() == inquiry.purpose();
        }

        @Override
        public Boolean duty(StandaloneBasis.StatutoryDuty basis) {
            return inquiry.policy()
                    .duty(basis.duty())
                    .map(duty -> duty.purposes().contains(inquiry.purpose()))
                    .orElse(true);
        }

        @Override
        public Boolean courtOrder(StandaloneBasis.CourtOrder basis) {
            return true;
        }

        @Override
        public Boolean childProtectionRequest(StandaloneBasis.ChildProtectionRequest basis) {
            return basis.purpose() == inquiry.purpose();
        }
    }

    private final class Categories implements StandaloneBasis.Cases<Set<Category>> {
        @Override
        public Set<Category> breakGlass(StandaloneBasis.BreakGlass basis) {
            return inquiry.policy().breakGlass().categories();
        }

        @Override
        public Set<Category> bestInterests(StandaloneBasis.BestInterests basis) {
            return basis.categories();
        }

        @Override
        public Set<Category> duty(StandaloneBasis.StatutoryDuty basis) {
            return inquiry.policy().duty(basis.duty()).map(Duty::categories).orElse(Set.of());
        }

        @Override
        public Set<Category> courtOrder(StandaloneBasis.CourtOrder basis) {
            return basis.categories();
        }

        @Override
        public Set<Category> childProtectionRequest(StandaloneBasis.ChildProtectionRequest basis) {
            return Set.of(Category.SERVICE_REQUEST);
        }
    }
}
