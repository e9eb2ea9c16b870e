package org.paivand.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;

/** Where emergencies are kept. Bound to one transaction. */
public interface Emergencies {
    /**
     * Waits until no other transaction opens an emergency for this agency, and holds others back until the commit. Taken after
     * the case's lock, never before it.
     */
    void lock(AgencyId agency);

    void add(Emergency asked, Words words);

    Optional<Emergency> find(UUID id);

    void open(UUID id, Emergency.Opened how);

    /** Remembers until when it must be reviewed, if that isn't known from an earlier release. */
    void released(UUID id, Instant reviewDue);

    /** Records the review and ends what is left of the emergency's life. */
    void reviewed(UUID id, Review review);

    /** Whether any of the agency's waits for its review, in time or overdue. */
    boolean awaitsReview(AgencyId agency);

    /** Whether any of the case's does. */
    boolean awaitsReview(CaseId caseId);

    OpenReviewCount openReviews(Instant now);

    /** Empty once they are forgotten. */
    Optional<Words> words(UUID id);

    /** Takes away all words about the case. */
    void forgetWords(CaseId caseId);

    /** The entries of what was released by it, in their order of time. */
    List<UUID> disclosures(UUID id);

    /** Those that have to be reviewed, in the order in which they are due. */
    List<Emergency> toReview(ReviewState state, Instant now, Optional<Cursor> after, int limit);
}
