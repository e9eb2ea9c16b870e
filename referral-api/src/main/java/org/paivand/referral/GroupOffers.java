package org.paivand.referral;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.CaseLinks;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Urgency;
import org.paivand.database.Database;
import org.paivand.database.DuplicateKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.LogNotWritableException;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals.Stored;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;
import org.paivand.release.Releases;

/** Offers linked cases to one agency at once. From then on each referral goes its own way. */
public final class GroupOffers {
    private final Releases releases;
    private final Database database;
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, CaseLinks> links;
    private final Places places;
    private final Offers offers;
    private final InstantSource clock;

    public GroupOffers(
            Releases releases,
            Database database,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, CaseLinks> links,
            Places places,
            Offers offers,
            InstantSource clock) {
        this.releases = releases;
        this.database = database;
        this.referrals = referrals;
        this.links = links;
        this.places = places;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * What is wanted of whom.
     *
     * @param group in which the cases are linked
     * @param cases all of the group, or some of it
     */
    public record Wanted(
            UUID group,
            List<CaseId> cases,
            AgencyId recipient,
            Purpose purpose,
            Urgency urgency,
            List<ServiceType> services,
            Optional<ServiceId> service) {
        /** @throws IllegalArgumentException if there are fewer than two, too many, or one is there twice */
        public Wanted {
            cases = List.copyOf(cases);
            services = List.copyOf(services);
            if (cases.size() < 2
                    || cases.size() > CaseGroup.MOST
                    || cases.stream().distinct().count() != cases.size()) {
                throw new IllegalArgumentException("several cases, each once");
            }
        }

        private Offer.Wanted of(CaseId caseId) {
            return new Offer.Wanted(
                    caseId,
                    recipient,
                    purpose,
                    urgency,
                    services,
                    service,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * A referral of each case, or none.
     *
     * @throws ProblemException {@code offer-refused} with those that are refused, each an entry by then; {@code not-found} unless
     *     the caller controls all of them and they are linked in that group; {@code no-place} with how many are free, if the
     *     recipient hasn't one for each and nobody may wait
     */
    public OfferedGroup offer(Caller caller, UUID exchange, IdempotencyKey key, Wanted wanted)
            throws CaseKeyException, LogNotWritableException {
        Map<CaseId, Offer> each = new LinkedHashMap<>();
        wanted.cases().forEach(caseId -> each.put(caseId, offers.of(caller, key, wanted.of(caseId))));
        GroupOffer offer = new GroupOffer(referrals, links, places, caller, key, wanted.group(), each);
        try {
            return releases.offerTogether(caller, exchange, offer);
        } catch (DuplicateKeyException overtaken) {
            // The same request came twice at once; the other one has committed by now.
            return releases.offerTogether(caller, exchange, offer);
        }
    }

    /**
     * What became of them, for sender and recipient.
     *
     * @throws ProblemException {@code not-found} for everybody else, as for an id that was never given
     */
    public OfferedGroup read(Caller caller, UUID id) {
        Instant now = clock.instant();
        List<Stored> offered = database.<List<Stored>, RuntimeException>commit(
                transaction -> referrals.apply(transaction).together(id, now));
        return OfferedGroup.of(id, offered, Party.PROVIDER, caller.agency())
                .or(() -> OfferedGroup.of(id, offered, Party.SENDER, caller.agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }
}
