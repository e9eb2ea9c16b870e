package org.paivand.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.WorkerId;

/** Where referrals are kept. Bound to one transaction. */
public interface Referrals {
    void add(Referral offered);

    /** The referral as it stands at that instant, which may be expired although nobody wrote so. */
    Optional<Stored> find(ReferralId id, Instant now);

    /** As {@link #find}, held until the transaction ends so that nobody else changes it. */
    Optional<Stored> lock(ReferralId id, Instant now);

    void replace(Stored before, Referral after, Instant now);

    void assign(ReferralId id, WorkerId worker, Instant now);

    Set<WorkerId> workers(ReferralId id);

    /** Whether anything beyond the service request has been released through it. */
    boolean released(ReferralId id);

    /** The case that this agency, as a recipient, knows by that reference, whatever became of the referral. */
    Optional<CaseId> referredAs(AgencyId to, UUID caseReference);

    /** Whether something through which the case's data can still be asked for is open. */
    boolean open(CaseId caseId, Instant now);

    /** What is open of the case's referrals has another sender from now on, but for those to that very agency. */
    void follow(CaseId caseId, AgencyId from, AgencyId to);

    /** The agency's referrals on that side, newest first. */
    List<Stored> of(AgencyId agency, Party party, Optional<Cursor> after, int limit, Instant now);

    /**
     * A referral with what storing adds.
     *
     * @param version counts every change, from 1
     */
    record Stored(Referral referral, Instant updatedAt, int version) {}
}
