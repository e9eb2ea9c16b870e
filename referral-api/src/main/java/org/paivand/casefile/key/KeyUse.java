package org.paivand.casefile.key;

import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.decision.Decision;

/** The proof that opening one section of a case is allowed; without one, no key opens anything. */
public sealed interface KeyUse {

    Category category();

    /** A release of one category that the decision permits, inside the disclosing transaction. */
    record ForRelease(Decision decision, Category category) implements KeyUse {

        public ForRelease {
            if (!decision.permitted().containsKey(category)) {
                throw new IllegalArgumentException("the decision doesn't permit this category");
            }
        }
    }

    /**
     * A use by the controller for which nothing leaves; the caller logs it.
     *
     * @param controller the agency that controls the case now
     */
    record ControllerUse(AgencyId controller, Category category, Reason reason) implements KeyUse {

        public ControllerUse {
            if (!reason.needs(category)) {
                throw new IllegalArgumentException("this use doesn't need this category");
            }
        }
    }

    /** What a controller may open a section for without releasing it, and which sections that takes. */
    enum Reason {
        /** The few facts a decision needs: age, protection fear, whether the family must not know. */
        DECISION_FACTS,
        /** The coded, unlinked row written at registration and closure. */
        STATISTICS_ROW;

        private boolean needs(Category category) {
            return switch (category) {
                case SERVICE_REQUEST, IDENTITY -> true;
                case TRAVEL -> this == DECISION_FACTS;
                case EXPERIENCE -> this == STATISTICS_ROW;
                default -> false;
            };
        }
    }
}
