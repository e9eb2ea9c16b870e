package org.paivand.referral;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.capacity.Places;
import org.paivand.capacity.Wish;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.CaseLinks;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.release.JointProposal;

/** A controller offers linked cases to one agency: a referral of each, or none. */
final class GroupOffer implements JointProposal<OfferedGroup> {
    private final Function<Transaction, Referrals> referrals;
    private final Function<Transaction, CaseLinks> links;
    private final Places places;
    private final AgencyId by;
    private final IdempotencyKey key;
    private final UUID group;
    private final Map<CaseId, Offer> offers = new LinkedHashMap<>();
    private final UUID id = UUID.randomUUID();

    GroupOffer(
            Function<Transaction, Referrals> referrals,
            Function<Transaction, CaseLinks> links,
            Places places,
            Caller caller,
            IdempotencyKey key,
            UUID group,
            Map<CaseId, Offer> offers) {
        this.referrals = referrals;
        this.links = links;
        this.places = places;
        this.by = caller.agency();
        this.key = key;
        this.group = group;
        this.offers.putAll(offers);
    }

    @Override
    public Optional<OfferedGroup> replay(Transaction transaction, Instant now) throws SQLException {
        return Once.find(transaction, key).flatMap(made -> offered(transaction, made, now));
    }

    private Optional<OfferedGroup> offered(Transaction transaction, UUID made, Instant now) {
        return OfferedGroup.of(made, referrals.apply(transaction).together(made, now), Party.SENDER, by);
    }

    @Override
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        offers.forEach((caseId, offer) -> parts.add(new Part(caseId, offer.ask())));
        return parts;
    }

    @Override
    public boolean entitled(Transaction transaction, List<CaseFile> files) {
        Optional<CaseGroup> linked = links.apply(transaction).find(group);
        return files.stream()
                .allMatch(file -> file.controller().equals(by)
                        && linked.flatMap(found -> found.member(file.id())).isPresent());
    }

    @Override
    public OfferedGroup make(Transaction transaction, Instant now) throws CaseKeyException, SQLException {
        CaseGroup linked = links.apply(transaction).find(group).orElseThrow();
        List<Wish> wishes = new ArrayList<>();
        for (Map.Entry<CaseId, Offer> part : offers.entrySet()) {
            CaseGroup.Member member = linked.member(part.getKey()).orElseThrow();
            Offer offer = part.getValue();
            wishes.add(offer.wish(offer.offered(transaction, Optional.of(new Together(id, member.constraint())), now)
                    .request()));
        }
        Once.remember(transaction, key, id, now);
        places.holdAll(transaction, wishes, now);
        return offered(transaction, id, now).orElseThrow();
    }
}
