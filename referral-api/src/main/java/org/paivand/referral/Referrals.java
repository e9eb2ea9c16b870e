package org.paivand.referral;

import java.sql.SQLException;
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
    void add(Referral offered) throws SQLException;

    /** The referral as it stands at that instant, which may be expired although nobody wrote so. */
    Optional<Stored> find(ReferralId id, Instant now);

    /** As {@link #find}, held until the transaction ends so that nobody else changes it. */
    Optional<Stored> lock(ReferralId id, Instant now);

    void replace(Stored before, Referral after, Said said, Instant now) throws SQLException;

    /** What became of it, the newest first, as that party is told of it. */
    List<Change> history(ReferralId id, Party party, Optional<Cursor> after, int limit) throws SQLException;

    void assign(ReferralId id, WorkerId worker, Instant now);

    Set<WorkerId> workers(ReferralId id);

    /** The referral that came in its place. */
    Optional<ReferralId> followedBy(ReferralId id);

    /** What its recipient made of it, the oldest first, 100 at most. */
    List<ReferralId> onwardFrom(ReferralId id);

    /** Those that were offered at once, in the order of their ids. */
    List<Stored> together(UUID groupOffer, Instant now);

    void stand(ReferralId id, Alternates alternates) throws SQLException;

    /** Nobody else is to be asked in its place. */
    void standDown(ReferralId id) throws SQLException;

    Optional<Alternates> alternates(ReferralId id) throws SQLException;

    /**
     * Those that came to nothing, so that their alternates are to be asked: nobody answered in time, or the decline is one of
     * these. The longest waiting first.
     */
    List<ReferralId> forAlternates(Set<DeclineCode> declines, Instant now, int limit) throws SQLException;

    /** Whether the provider ever promised help. */
    boolean wasAccepted(ReferralId id);

    /** Whether anything beyond the service request has been released through it. */
    boolean released(ReferralId id);

    /** The case that this agency, as a recipient, knows by that reference, whatever became of the referral. */
    Optional<CaseId> referredAs(AgencyId to, UUID caseReference);

    /** Whether something through which the case's data can still be asked for is open. */
    boolean open(CaseId caseId, Instant now);

    /** Those of the case whose help goes on, the oldest first. */
    List<Stored> helping(CaseId caseId, Instant now);

    /** When the person asked through their number that it end, unless the provider made a change since. */
    Optional<Instant> endAskedAt(ReferralId id) throws SQLException;

    /**
     * What is open of the case's referrals has another sender from now on, but for those to that very agency. Whom the one before
     * wanted to be asked next is for the new one to say. Nobody answers themselves for another: where the new sender was to, nobody does.
     */
    void follow(CaseId caseId, AgencyId from, AgencyId to);

    /** The agency's referrals that are on the list, from that place on. */
    List<Stored> list(AgencyId agency, Listing listing, Optional<Listing.Place> after, int limit, Instant now);

    /** Those for the hosted agencies that were offered through the host, as {@link #list} has them. */
    List<Stored> hosted(
            AgencyId host,
            Set<AgencyId> hosted,
            Listing listing,
            Optional<Listing.Place> after,
            int limit,
            Instant now);

    /**
     * Who changes a referral, and what was said with it.
     *
     * @param codes of the contract's lists
     * @param proxy how it was said, where another agency recorded it for that one
     */
    record Said(AgencyId by, List<String> codes, Optional<Proxy> proxy) {
        public Said {
            codes = List.copyOf(codes);
        }
    }

    /**
     * What was made of a referral.
     *
     * @param version the recipient's count of changes, by which they are ordered
     * @param state as the party is told
     * @param codes what was said with it, for the recipient
     * @param proxy how it was said, where another agency recorded it
     */
    record Change(int version, String state, List<String> codes, AgencyId by, Instant at, Optional<Proxy> proxy) {
        public Change {
            codes = List.copyOf(codes);
        }
    }

    /**
     * The count of changes and the latest one, as one party knows of them.
     *
     * @param version from 1
     */
    record Mark(int version, Instant at) {}

    /**
     * A referral with what storing adds.
     *
     * @param latest of all changes
     * @param shown of those that the sender is told of: a count that moved with each step would tell it of arrivals
     */
    record Stored(Referral referral, Mark latest, Mark shown) {
        public Mark mark(Party party) {
            return party == Party.PROVIDER ? latest : shown;
        }
    }
}
