package org.paivand.referral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.JointLinks;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.release.Ask;
import org.paivand.release.JointConsent;
import org.paivand.release.Proposal;

/**
 * An offer of a case that is linked with one of another controller. A recipient to which both offered theirs learns that the two belong
 * together; neither controller learns by it what the other did.
 */
public final class LinkedOffer implements Proposal<Standing> {
    private final Function<Transaction, Referrals> referrals;
    private final Links links;
    private final AgencyId by;
    private final UUID link;
    private final Offer offer;

    /** What is asked of links. */
    public record Links(Function<Transaction, JointLinks> links, JointConsent consent, PersonSeals seals) {}

    LinkedOffer(Function<Transaction, Referrals> referrals, Links links, AgencyId by, UUID link, Offer offer) {
        this.referrals = referrals;
        this.links = links;
        this.by = by;
        this.link = link;
        this.offer = offer;
    }

    @Override
    public Optional<Standing> replay(Transaction transaction, Instant now) throws SQLException {
        return offer.replay(transaction, now);
    }

    @Override
    public CaseId caseId() {
        return offer.caseId();
    }

    @Override
    public boolean entitled(Transaction transaction, CaseFile file) {
        return offer.entitled(transaction, file) && linked(transaction).isPresent();
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public Ask ask() {
        return offer.ask();
    }

    @Override
    public Standing make(Transaction transaction, Instant now) throws CaseKeyException, SQLException {
        JointLink joint = linked(transaction)
                .filter(found -> links.consent().stands(transaction, found, now))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        UUID together = together(joint);
        boolean permitted = referrals.apply(transaction).together(together, now).stream()
                .map(stored -> stored.referral().request())
                .filter(request -> !request.caseId().equals(caseId()))
                .allMatch(request ->
                        links.consent().permits(transaction, request.caseId(), request.from(), request.to(), now));
        return offer.make(
                transaction,
                joint.side(caseId()).filter(side -> permitted).map(side -> new Together(together, side.constraint())),
                now);
    }

    private Optional<JointLink> linked(Transaction transaction) {
        return links.links()
                .apply(transaction)
                .find(link)
                .filter(found -> found.entered().isPresent())
                .filter(found -> found.side(caseId())
                        .filter(side -> side.controller().equals(by))
                        .isPresent());
    }

    /** The same for both controllers, and another for each recipient: two recipients can't join what they have. */
    private UUID together(JointLink joint) {
        String of = joint.id() + " " + ask().recipient().value();
        ByteBuffer seal =
                ByteBuffer.wrap(links.seals().seal(PersonSeals.Of.LINK_OFFER, of.getBytes(StandardCharsets.US_ASCII)));
        return new UUID((seal.getLong() & ~0xF000L) | 0x4000L, (seal.getLong() & ~(3L << 62)) | (1L << 63));
    }
}
