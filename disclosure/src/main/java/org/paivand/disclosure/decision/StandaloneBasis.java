package org.paivand.disclosure.decision;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;

/** A basis other than consent, as it was recorded before the request. Every {@code notAfter} is exclusive. */
public sealed interface StandaloneBasis {
    UUID id();

    BasisType type();

    /** The one agency it lets receive anything. */
    AgencyId recipient();

    Instant notAfter();

    <T> T fold(Cases<T> cases);

    /** One answer for each basis. */
    interface Cases<T> {
        T breakGlass(BreakGlass basis);

        T bestInterests(BestInterests basis);

        T duty(StatutoryDuty basis);

        T courtOrder(CourtOrder basis);

        T childProtectionRequest(ChildProtectionRequest basis);
    }

    /**
     * An emergency officer's decision to disclose at once.
     *
     * @param officer pseudonym
     * @param secondPerson pseudonym of another; demanded while a review is open
     * @param reviewOpen whether an earlier use of the same agency still waits for its review
     */
    record BreakGlass(
            UUID id,
            AgencyId recipient,
            BreakGlassReason reason,
            String officer,
            Optional<String> secondPerson,
            boolean reviewOpen,
            Instant openedAt,
            Instant notAfter)
            implements StandaloneBasis {
        public BreakGlass {
            Canonical.pseudonym(officer, "officer");
            secondPerson.ifPresent(who -> Canonical.pseudonym(who, "second person"));
        }

        @Override
        public BasisType type() {
            return BasisType.BREAK_GLASS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.breakGlass(this);
        }
    }

    /** Child protection's decision in the best interests of a child. */
    record BestInterests(
            UUID id,
            Party decidedBy,
            AgencyId recipient,
            Purpose purpose,
            Set<Category> categories,
            Instant decidedAt,
            Instant notAfter)
            implements StandaloneBasis {
        public BestInterests {
            categories = Canonical.enums(Category.class, categories);
            require(!categories.isEmpty(), "a best-interests decision names categories");
        }

        @Override
        public BasisType type() {
            return BasisType.BEST_INTERESTS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.bestInterests(this);
        }
    }

    /** A duty of the policy that was triggered; what it covers is the policy's to say. */
    record StatutoryDuty(UUID id, String duty, AgencyId recipient, Instant triggeredAt, Instant notAfter)
            implements StandaloneBasis {
        public StatutoryDuty {
            Canonical.code(duty, "duty");
        }

        @Override
        public BasisType type() {
            return BasisType.STATUTORY_DUTY;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.duty(this);
        }
    }

    /**
     * A court's order.
     *
     * @param recordedBy the agency that holds the data; never the one that asks for it
     * @param firstPerson pseudonym of who recorded it
     * @param secondPerson pseudonym of who checked it; another person
     * @param personTold whether the person concerned was told of the order
     */
    record CourtOrder(
            UUID id,
            Jurisdiction court,
            AgencyId recipient,
            Set<Category> categories,
            Sha256 documentSha256,
            AgencyId recordedBy,
            String firstPerson,
            String secondPerson,
            boolean personTold,
            Instant orderedAt,
            Instant notAfter)
            implements StandaloneBasis {
        public CourtOrder {
            categories = Canonical.enums(Category.class, categories);
            require(!categories.isEmpty(), "a court order names categories");
            Canonical.pseudonym(firstPerson, "first person");
            Canonical.pseudonym(secondPerson, "second person");
        }

        @Override
        public BasisType type() {
            return BasisType.COURT_ORDER;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.courtOrder(this);
        }
    }

    /** Child protection's request that a child be offered to a recipient: carries stage 1 and nothing else. */
    record ChildProtectionRequest(
            UUID id, Party requestedBy, AgencyId recipient, Purpose purpose, Instant requestedAt, Instant notAfter)
            implements StandaloneBasis {
        @Override
        public BasisType type() {
            return BasisType.CHILD_PROTECTION_REQUEST;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.childProtectionRequest(this);
        }
    }
}
