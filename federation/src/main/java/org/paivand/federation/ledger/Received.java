package org.paivand.federation.ledger;

import java.util.Optional;
import org.paivand.audit.merkle.Hash;
import org.paivand.federation.envelope.MessageId;

/** What is kept of the envelopes of one peer; nothing of it is ever overwritten. */
public interface Received {
    Optional<Hash> by(MessageId id);

    Optional<Hash> at(int epoch, long seq);

    /** The hash that the envelope at this place names as the one before, if that envelope is there and names one. */
    Optional<Hash> prevOf(int epoch, long seq);

    /** The last epoch of which anything came; 0 if nothing ever did. */
    int lastEpoch();

    /** The highest seq that came of an epoch; 0 if none did. */
    long lastSeq(int epoch);
}
