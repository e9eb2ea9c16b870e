package org.paivand.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.BreakGlassReason;
import org.paivand.disclosure.decision.StandaloneBasis.BreakGlass;

/**
 * One use of break-glass. Releases rest on it under its id, for as long as it lives.
 *
 * @param agency the officer's
 * @param officer pseudonym
 * @param opened empty while it waits for its second person
 * @param reviewDue until when another agency must have reviewed it (exclusive); empty while nothing was released
 */
public record Emergency(
        UUID id,
        CaseId caseId,
        AgencyId agency,
        String officer,
        Wanted wanted,
        Instant askedAt,
        Optional<Opened> opened,
        Optional<Instant> reviewDue,
        Optional<Review> review) {

    /**
     * What for, and for whom.
     *
     * @param worker of the recipient, who will read
     * @param life from the moment it is opened
     */
    public record Wanted(
            AgencyId recipient, WorkerId worker, Purpose purpose, BreakGlassReason reason, Duration life) {}

    /**
     * The glass is broken.
     *
     * @param secondPerson who confirmed with an account of their own
     * @param reviewOpen whether an earlier use by the agency waited for its review
     * @param notAfter exclusive; a review ends it early
     */
    public record Opened(Optional<String> secondPerson, boolean reviewOpen, Instant at, Instant notAfter) {}

    /** How far it is. */
    public enum State {
        AWAITING_SECOND_PERSON,
        OPEN,
        OVER
    }

    /** Opened by the officer without anybody else, at once. */
    Emergency alone(boolean reviewOpen, Instant now) {
        return opened(new Opened(Optional.empty(), reviewOpen, now, now.plus(wanted.life())));
    }

    Emergency opened(Opened how) {
        return new Emergency(id, caseId, agency, officer, wanted, askedAt, Optional.of(how), reviewDue, review);
    }

    /** A second person who comes later than the emergency would have lived comes too late. */
    boolean canBeConfirmedAt(Instant now) {
        return opened.isEmpty() && now.isBefore(askedAt.plus(wanted.life()));
    }

    public State state(Instant now) {
        return opened.map(how -> now.isBefore(how.notAfter()) ? State.OPEN : State.OVER)
                .orElse(canBeConfirmedAt(now) ? State.AWAITING_SECOND_PERSON : State.OVER);
    }

    /** What decisions rest on; empty while it waits for its second person. */
    public Optional<BreakGlass> basis() {
        return opened.map(how -> new BreakGlass(
                id,
                wanted.recipient(),
                wanted.reason(),
                officer,
                how.secondPerson(),
                how.reviewOpen(),
                how.at(),
                how.notAfter()));
    }

    /** Released by it, and not reviewed: the next emergency of the agency takes two people. */
    public boolean awaitsReview() {
        return reviewDue.isPresent() && review.isEmpty();
    }
}
