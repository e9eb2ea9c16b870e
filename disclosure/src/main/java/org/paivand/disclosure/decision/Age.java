package org.paivand.disclosure.decision;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.AgeGroup;

/**
 * What is known of a person's age. Two possible eighteenth birthdays follow from a birth date of low precision: from
 * the first the person speaks for themselves, until the last the safeguards for children stay.
 *
 * @param firstAdult the first possible eighteenth birthday
 * @param lastAdult the last possible one, not before the first
 */
public record Age(AgeGroup group, Optional<Instant> firstAdult, Optional<Instant> lastAdult) {
    public Age {
        require(firstAdult.isPresent() == lastAdult.isPresent(), "both possible birthdays are known, or neither");
        firstAdult.ifPresent(first ->
                require(!lastAdult.orElse(first).isBefore(first), "the last birthday is not before the first"));
    }

    public static Age of(AgeGroup group) {
        return new Age(group, Optional.empty(), Optional.empty());
    }

    /** Whether the person, and no guardian, consents at this instant. */
    public boolean speaksForSelf(Instant at) {
        return firstAdult.map(first -> !at.isBefore(first)).orElse(group == AgeGroup.ADULT);
    }

    /** Whether the safeguards for children bind at this instant. */
    public boolean safeguarded(Instant at) {
        return lastAdult.map(last -> at.isBefore(last)).orElse(group != AgeGroup.ADULT);
    }
}
