package org.paivand.peer;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.merkle.Hash;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.ledger.Arrival;
import org.paivand.federation.payload.Payload;
import org.paivand.federation.payload.SealedPayload;
import org.paivand.federation.peer.Peers;
import org.paivand.federation.receipt.SignedReceipt;
import org.paivand.federation.receipt.Stage;
import org.paivand.journal.Journal;
import org.paivand.peer.Taken.Contradicts;
import org.paivand.peer.Taken.Receipted;
import org.paivand.peer.Taken.Refused;

/** Takes in what other nodes send: message, entry, effect and receipt exist together after one commit, or none of them does. */
public final class PeerInbox {
    private final Database database;
    private final Function<Transaction, PeerMessages> messages;
    private final Journal journal;
    private final Function<Instant, Peers> peers;
    private final NodeKeys us;
    private final AgencyId operator;
    private final Map<MessageType, Effect> effects;
    private final InstantSource clock;

    /**
     * @param peers whom this node believes at an instant
     * @param operator on whose behalf the node itself acts
     * @param effects of the types that this node takes; any other is refused, and may be sent again later
     */
    public PeerInbox(
            Database database,
            Function<Transaction, PeerMessages> messages,
            Journal journal,
            Function<Instant, Peers> peers,
            NodeKeys us,
            AgencyId operator,
            Map<MessageType, Effect> effects,
            InstantSource clock) {
        this.database = database;
        this.messages = messages;
        this.journal = journal;
        this.peers = peers;
        this.us = us;
        this.operator = operator;
        this.effects = Map.copyOf(effects);
        this.clock = clock;
    }

    /**
     * Takes in one message, or says why not. Asked again with the same bytes, it answers with the same receipt and does nothing.
     *
     * @param envelope compact JWS
     * @param payload compact JWE
     */
    public Taken take(String envelope, String payload) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            SignedEnvelope signed = SignedEnvelope.verify(envelope, us.id(), peers.apply(now), now);
            // Other bytes than were signed: whoever carried them may have damaged them, so nothing is final.
            SealedPayload.require(payload, signed.envelope());
            return database.<Taken, RefusedException>commit(transaction -> take(transaction, signed, payload, now));
        } catch (RefusedException refused) {
            return new Refused(refused.refusal());
        }
    }

    private Taken take(Transaction transaction, SignedEnvelope signed, String payload, Instant now)
            throws RefusedException, SQLException {
        PeerMessages bound = messages.apply(transaction);
        Envelope envelope = signed.envelope();
        Arrival arrival = Arrival.of(signed, bound.lockAround(envelope));
        if (arrival instanceof Arrival.Again) {
            return new Receipted(bound.receipt(envelope.iss(), envelope.id()).orElseThrow());
        }
        if (arrival instanceof Arrival.Contradicts contradiction) {
            if (bound.addConflict(signed, contradiction, now)) {
                Hash unusedLeaf = entry(transaction, signed, Optional.of(contradiction.conflict()), now);
            }
            return new Contradicts(contradiction.conflict());
        }
        signed.requireInTime(now);
        return new Receipted(add(transaction, bound, signed, payload, now).compact());
    }

    private SignedReceipt add(
            Transaction transaction, PeerMessages bound, SignedEnvelope signed, String payload, Instant now)
            throws RefusedException, SQLException {
        Envelope envelope = signed.envelope();
        Effect effect = Optional.ofNullable(effects.get(envelope.type()))
                .orElseThrow(() -> new RefusedException(Refusal.TYPE_NOT_TAKEN));
        Payload opened;
        try {
            opened = SealedPayload.open(payload, envelope, us.opening());
        } catch (RefusedException unread) {
            Hash unusedLeaf = entry(transaction, signed, Optional.of(unread.refusal()), now);
            SignedReceipt rejected = receipt(signed, new Stage.Rejected(unread.refusal()), now);
            bound.add(signed, Optional.empty(), rejected, now);
            return rejected;
        }
        Hash leaf = entry(transaction, signed, Optional.empty(), now);
        effect.of(transaction, envelope, opened);
        SignedReceipt delivered = receipt(signed, new Stage.Delivered(leaf), now);
        bound.add(signed, Optional.of(payload), delivered, now);
        return delivered;
    }

    private SignedReceipt receipt(SignedEnvelope signed, Stage stage, Instant now) {
        return SignedReceipt.of(signed, us.id(), stage, now.truncatedTo(ChronoUnit.SECONDS), us.signing());
    }

    /** Returns its leaf in the log. */
    private Hash entry(Transaction transaction, SignedEnvelope signed, Optional<? extends Coded> refused, Instant now) {
        Envelope envelope = signed.envelope();
        Actor peer = new Actor(operator, envelope.iss().value(), "peer", "node", Optional.empty());
        PeerMessageReceived event = new PeerMessageReceived(
                new EventHead(UUID.randomUUID(), envelope.corr(), now, Optional.empty(), peer),
                envelope.iss().value(),
                envelope.id().value(),
                envelope.type().code(),
                Sha256.of(signed.hash().hex()),
                refused.map(Coded::code));
        return journal.write(transaction, event, peer.user(), Optional.empty(), Optional.empty())
                .leafHash();
    }
}
