package org.paivand.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.approval.Change;
import org.paivand.caller.Role;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.Erasure.IndexRange;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.entry.SealedOpenings;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Certifies that the openings of a year are shredded, because the log's own retention has ended. The year's key is {@link
 * OpeningsDesk}'s to destroy.
 */
public final class OpeningsErasure implements Change {
    public static final String KIND = "openings-erasure";

    /** A certificate is an event, and that has at most 64 KiB. */
    static final int RANGES_IN_ONE = 1_000;

    private final Function<Transaction, SealedOpenings> openings;
    private final Retention retention;
    private final Journal journal;

    public OpeningsErasure(Function<Transaction, SealedOpenings> openings, Retention retention, Journal journal) {
        this.openings = openings;
        this.retention = retention;
        this.journal = journal;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return List.of(Role.COMMISSION);
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(head, step, KIND, Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What would be shredded of a year.
     *
     * @throws ProblemException {@code conflict} before the retention is over, while a review of that year is open, while one of its
     *     entries waits for its index or its checkpoint, and once it is certified; {@code not-found} if its key sealed nothing
     */
    OpeningsSubject endable(Transaction transaction, int year, Instant now) {
        SealedOpenings bound = openings.apply(transaction);
        if (now.isBefore(retention.over(year)) || bound.underReview(year) || bound.certified(year)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        List<Erasure.OfOpenings> sealed =
                bound.settled(year).orElseThrow(() -> ProblemException.of(ProblemCode.CONFLICT));
        if (sealed.isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
        return new OpeningsSubject(year, sealed);
    }

    /** Refuses what {@link #endable} refuses, and a year that isn't as it was when it was proposed. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) {
        OpeningsSubject proposed = OpeningsSubject.of(confirmation.subject());
        openings.apply(transaction).lock();
        if (!endable(transaction, proposed.year(), confirmation.at()).equals(proposed)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        for (Erasure.OfOpenings erased : certificates(proposed)) {
            certify(transaction, confirmation, proposed.year(), erased);
        }
    }

    private void certify(Transaction transaction, Confirmation confirmation, int year, Erasure.OfOpenings erased) {
        EventHead head = Actors.head(
                confirmation.exchange(),
                confirmation.at(),
                Optional.empty(),
                Actors.actor(confirmation.by(), Role.COMMISSION));
        String proposer = confirmation.approval().proposal().proposedBy();
        journal.write(
                transaction,
                new ErasureCertified(head, erased, proposer),
                confirmation.by().user(),
                Optional.empty(),
                Optional.empty());
        openings.apply(transaction).certify(year, head.eventId());
    }

    static List<Erasure.OfOpenings> certificates(OpeningsSubject subject) {
        List<Erasure.OfOpenings> certificates = new ArrayList<>();
        for (Erasure.OfOpenings ofLog : subject.openings()) {
            List<IndexRange> ranges = ofLog.ranges();
            for (int from = 0; from < ranges.size(); from += RANGES_IN_ONE) {
                int to = Math.min(ranges.size(), from + RANGES_IN_ONE);
                certificates.add(new Erasure.OfOpenings(ofLog.log(), ranges.subList(from, to)));
            }
        }
        return certificates;
    }
}
