package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.CategoryDecision;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;

/** What one entry of the disclosure log commits to: who, to whom, why, on what basis; never a value, never a salt. */
public sealed interface DisclosureEvent {
    EventHead head();

    EventType type();

    <T> T fold(Cases<T> cases);

    default Optional<Counterpart> recipient() {
        return Optional.empty();
    }

    default Optional<Purpose> purpose() {
        return Optional.empty();
    }

    default List<Released> released() {
        return List.of();
    }

    default List<Withheld> withheld() {
        return List.of();
    }

    /**
     * Whether this event tells exactly what was decided: each category once, on the decided basis or for the decided
     * reason. A permitted category may be withheld as {@link ReasonCode#NOT_HELD}; a withheld one is never released.
     */
    default boolean tells(Decision decision) {
        Map<Category, CategoryDecision.Permit> permitted = decision.permitted();
        Set<Category> named = EnumSet.noneOf(Category.class);
        for (Released part : released()) {
            CategoryDecision.Permit permit = permitted.get(part.category());
            if (permit == null || !permit.basis().equals(part.basis())) {
                return false;
            }
            named.add(part.category());
        }
        for (Withheld part : withheld()) {
            boolean empty = part.reason() == ReasonCode.NOT_HELD && permitted.containsKey(part.category());
            if (!empty && part.reason() != decision.withheld().get(part.category())) {
                return false;
            }
            named.add(part.category());
        }
        return named.equals(decision.categories().keySet());
    }

    /** One answer for each kind of event. */
    interface Cases<T> {
        T disclosure(Disclosure event);

        T denial(Denial event);

        T consent(ConsentChanged event);

        T auditorAccess(AuditorAccess event);

        T export(Export event);

        T registry(RegistryChanged event);

        T policy(PolicyChanged event);

        T receipt(Receipt event);

        T guardian(GuardianFound event);

        T bestInterests(BestInterestsDecided event);
    }

    /**
     * Categories went to a recipient.
     *
     * @param authoriser pseudonym of who authorised it, where that was another than the user
     */
    record Disclosure(
            EventHead head,
            Counterpart to,
            Purpose forPurpose,
            List<Released> released,
            List<Withheld> withheld,
            DecisionReference decision,
            PayloadDigest payload,
            Terms terms,
            Optional<EmergencyNote> breakGlass,
            Optional<String> authoriser)
            implements DisclosureEvent {
        public Disclosure {
            released = List.copyOf(released);
            withheld = List.copyOf(withheld);
            authoriser.ifPresent(who -> Canonical.pseudonym(who, "authoriser"));
            require(head.caseAlias().isPresent(), "a disclosure concerns a case");
            require(!released.isEmpty(), "a disclosure releases something");
            requireEachOnce(released, withheld);
        }

        @Override
        public EventType type() {
            return breakGlass.isPresent() ? EventType.BREAK_GLASS : EventType.DISCLOSURE;
        }

        @Override
        public Optional<Counterpart> recipient() {
            return Optional.of(to);
        }

        @Override
        public Optional<Purpose> purpose() {
            return Optional.of(forPurpose);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.disclosure(this);
        }
    }

    /**
     * Somebody asked and nothing went out.
     *
     * @param code the code of the problem that was answered
     * @param decision absent where it was refused before there was anything to decide
     */
    record Denial(
            EventHead head,
            Optional<Counterpart> recipient,
            Optional<Purpose> purpose,
            String code,
            List<Withheld> withheld,
            Optional<DecisionReference> decision)
            implements DisclosureEvent {
        public Denial {
            withheld = List.copyOf(withheld);
            Canonical.code(code, "problem code");
            requireEachOnce(List.of(), withheld);
        }

        @Override
        public EventType type() {
            return EventType.DENIAL;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.denial(this);
        }
    }

    /**
     * A consent was given, withdrawn or otherwise changed.
     *
     * @param grantIds the grants concerned; empty means all
     */
    record ConsentChanged(EventHead head, ConsentChange change, UUID consentId, int version, Set<UUID> grantIds)
            implements DisclosureEvent {
        public ConsentChanged {
            grantIds = Canonical.sorted(grantIds);
            require(head.caseAlias().isPresent(), "a consent event concerns a case");
            require(version >= 1, "consent version starts at 1");
        }

        @Override
        public EventType type() {
            return EventType.CONSENT_EVENT;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.consent(this);
        }
    }

    /**
     * An auditor looked into the log.
     *
     * @param querySha256 of the question asked
     * @param entries how many were shown
     */
    record AuditorAccess(EventHead head, AuditorAction action, Sha256 querySha256, int entries)
            implements DisclosureEvent {
        public AuditorAccess {
            require(entries >= 0, "a count is not negative");
        }

        @Override
        public EventType type() {
            return EventType.AUDITOR_ACCESS;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.auditorAccess(this);
        }
    }

    /**
     * Entries left the node as a bundle.
     *
     * @param treeSize the size of the log it was made from
     */
    record Export(EventHead head, long firstIndex, long endIndex, long treeSize) implements DisclosureEvent {
        public Export {
            require(0 <= firstIndex && firstIndex <= endIndex && endIndex <= treeSize, "an export lies in the log");
        }

        @Override
        public EventType type() {
            return EventType.EXPORT;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.export(this);
        }
    }

    /**
     * The registry changed.
     *
     * @param subject its code, such as an agency or agreement id
     */
    record RegistryChanged(EventHead head, RegistryChange change, String subject, Sha256 documentSha256)
            implements DisclosureEvent {
        public RegistryChanged {
            Canonical.code(subject, "registry subject");
        }

        @Override
        public EventType type() {
            return EventType.REGISTRY_CHANGE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.registry(this);
        }
    }

    /** Another policy, or another version, is in force. */
    record PolicyChanged(EventHead head, String policyVersion, Sha256 policySha256) implements DisclosureEvent {
        public PolicyChanged {
            Canonical.code(policyVersion, "policy version");
        }

        @Override
        public EventType type() {
            return EventType.POLICY_CHANGE;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.policy(this);
        }
    }

    /**
     * A recipient confirmed what it got.
     *
     * @param disclosure the event it answers
     */
    record Receipt(EventHead head, UUID disclosure, Counterpart by, Sha256 receiptSha256) implements DisclosureEvent {
        @Override
        public EventType type() {
            return EventType.RECEIPT;
        }

        @Override
        public Optional<Counterpart> recipient() {
            return Optional.of(by);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.receipt(this);
        }
    }

    /** Child protection found whether a guardian's interests conflict with the child's. */
    record GuardianFound(EventHead head, ConflictFinding finding) implements DisclosureEvent {
        public GuardianFound {
            require(head.caseAlias().isPresent(), "a finding concerns a case");
        }

        @Override
        public EventType type() {
            return EventType.GUARDIAN_FINDING;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.guardian(this);
        }
    }

    /**
     * Child protection decided in the child's best interests; releases may rest on it under the event's id.
     *
     * @param notAfter exclusive
     */
    record BestInterestsDecided(
            EventHead head, AgencyId of, Purpose forPurpose, Set<Category> categories, Instant notAfter)
            implements DisclosureEvent {
        public BestInterestsDecided {
            categories = Canonical.enums(Category.class, categories);
            require(head.caseAlias().isPresent(), "a best-interests decision concerns a case");
            require(!categories.isEmpty(), "a best-interests decision names categories");
            require(head.occurredAt().isBefore(notAfter), "a best-interests decision ends after it is made");
        }

        @Override
        public EventType type() {
            return EventType.BEST_INTERESTS;
        }

        @Override
        public Optional<Purpose> purpose() {
            return Optional.of(forPurpose);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.bestInterests(this);
        }
    }

    private static void requireEachOnce(List<Released> released, List<Withheld> withheld) {
        Set<Category> seen = EnumSet.noneOf(Category.class);
        for (Released part : released) {
            require(seen.add(part.category()), "a category is named once");
        }
        for (Withheld part : withheld) {
            require(seen.add(part.category()), "a category is named once");
        }
    }
}
