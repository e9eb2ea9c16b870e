package org.paivand.disclosure.decision;

import java.time.Instant;
import java.util.Optional;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Moments;
import org.paivand.disclosure.consent.ChildAssent;
import org.paivand.disclosure.consent.GivenBy;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;

/** Whether who gave the consent could give it: the person, a guardian without conflict, a representative with mandate. */
final class GiverValidity {
    private final Inquiry inquiry;
    private final boolean guarded;
    private final Age age;

    GiverValidity(Inquiry inquiry, boolean guarded) {
        this.inquiry = inquiry;
        this.guarded = guarded;
        this.age = inquiry.facts().age();
    }

    Optional<ReasonCode> flaw(StandingGrant standing, Category category) {
        GivenBy givenBy = standing.consent().givenBy();
        if (givenBy.role() == Role.SUBJECT) {
            return subject(standing.givenAt(), category);
        }
        boolean child = !age.speaksForSelf(inquiry.now());
        boolean endedWithChildhood = givenBy.role() == Role.GUARDIAN || !age.speaksForSelf(standing.givenAt());
        if (!child && endedWithChildhood) {
            return Optional.of(ReasonCode.GUARDIAN_GRANTS_ENDED);
        }
        return (child ? conflict() : Optional.<ReasonCode>empty())
                .or(() -> mandate(givenBy))
                .or(() -> child ? assent(givenBy) : Optional.empty());
    }

    /** Exclusive: the end of the mandate, and for a child the day from which the person speaks for themselves. */
    Instant limit(StandingGrant standing) {
        GivenBy givenBy = standing.consent().givenBy();
        if (givenBy.role() == Role.SUBJECT) {
            return Instant.MAX;
        }
        Instant until = givenBy.until().orElse(Instant.MAX);
        boolean child = !age.speaksForSelf(inquiry.now());
        return child ? Moments.earlier(until, age.firstAdult().orElse(Instant.MAX)) : until;
    }

    /** A child's own word carries a plea for help, stage 1, and never to an investigator or a consulate. */
    private Optional<ReasonCode> subject(Instant givenAt, Category category) {
        boolean tooMuch = guarded || inquiry.beyondStageOne(category);
        return !age.speaksForSelf(givenAt) && tooMuch ? Optional.of(ReasonCode.CHILD_CANNOT_CONSENT) : Optional.empty();
    }

    private Optional<ReasonCode> conflict() {
        return switch (inquiry.facts().findingAt(inquiry.now())) {
            case NONE -> Optional.empty();
            case CONFLICT -> Optional.of(ReasonCode.GUARDIAN_CONFLICT);
            case UNKNOWN -> Optional.of(ReasonCode.GUARDIAN_FINDING_MISSING);
        };
    }

    private Optional<ReasonCode> mandate(GivenBy givenBy) {
        if (givenBy.role() == Role.LEGAL_REPRESENTATIVE && givenBy.mandate().isEmpty()) {
            return Optional.of(ReasonCode.MANDATE_MISSING);
        }
        boolean over = !inquiry.now().isBefore(givenBy.until().orElse(Instant.MAX));
        return over ? Optional.of(ReasonCode.MANDATE_OVER) : Optional.empty();
    }

    private static Optional<ReasonCode> assent(GivenBy givenBy) {
        boolean heard = givenBy.childAssent() == ChildAssent.GIVEN || givenBy.childAssent() == ChildAssent.UNABLE;
        return heard ? Optional.empty() : Optional.of(ReasonCode.CHILD_ASSENT_MISSING);
    }
}
