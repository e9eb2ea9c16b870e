package org.paivand.peer;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.ledger.Arrival;
import org.paivand.federation.ledger.Received;
import org.paivand.federation.receipt.SignedReceipt;
import org.paivand.registry.node.NodeId;

/** What other nodes sent. Bound to one transaction. */
public interface PeerMessages {
    /** What there is around the place of that envelope. Nobody else takes in anything of its issuer before the transaction ends. */
    Received lockAround(Envelope envelope) throws SQLException;

    /** The exact bytes of the receipt that the message was given. */
    Optional<String> receipt(NodeId peer, MessageId id) throws SQLException;

    /** @param payload compact JWE; none where it is not kept, since the message was rejected */
    void add(SignedEnvelope signed, Optional<String> payload, SignedReceipt receipt, Instant now) throws SQLException;

    /** Keeps a message that contradicts an earlier one; false if it was kept already. */
    boolean addConflict(SignedEnvelope signed, Arrival.Contradicts conflict, Instant now) throws SQLException;
}
