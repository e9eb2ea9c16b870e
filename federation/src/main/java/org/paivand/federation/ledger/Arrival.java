package org.paivand.federation.ledger;

import java.util.Optional;
import org.paivand.audit.merkle.Hash;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;

/** How an envelope that verified stands to those that came before. Only the first four are taken in. */
public sealed interface Arrival {
    /** The one that was due. */
    record Next() implements Arrival {}

    /** The same message again: its receipt is given again, and it has no effect again. */
    record Again() implements Arrival {}

    /** Some before it are missing. It is taken in, and they are asked for. */
    record Ahead(long firstMissing, long lastMissing) implements Arrival {}

    /** One that was missing. */
    record FillsGap() implements Arrival {}

    /**
     * It can't be true beside what came before.
     *
     * @param known the message that it contradicts; none if it contradicts all of a later epoch
     */
    record Contradicts(Conflict conflict, Optional<Hash> known) implements Arrival {}

    static Arrival of(SignedEnvelope signed, Received received) {
        Place place = signed.envelope().place();
        Optional<Hash> sameId = received.by(signed.envelope().id());
        if (sameId.isPresent()) {
            return sameId.get().equals(signed.hash()) ? new Again() : new Contradicts(Conflict.SAME_ID, sameId);
        }
        Optional<Hash> samePlace = received.at(place.epoch(), place.seq());
        if (samePlace.isPresent()) {
            return new Contradicts(Conflict.SAME_PLACE, samePlace);
        }
        Optional<Hash> before = place.seq() == 1 ? Optional.empty() : received.at(place.epoch(), place.seq() - 1);
        if (before.isPresent() && !before.equals(place.prev())) {
            return new Contradicts(Conflict.OTHER_HISTORY, before);
        }
        Optional<Hash> named = received.prevOf(place.epoch(), place.seq() + 1);
        if (named.isPresent() && !named.get().equals(signed.hash())) {
            return new Contradicts(Conflict.OTHER_HISTORY, named);
        }
        return inOrder(place, received);
    }

    private static Arrival inOrder(Place place, Received received) {
        long last = received.lastSeq(place.epoch());
        if (place.seq() <= last) {
            return new FillsGap();
        }
        if (place.epoch() < received.lastEpoch()) {
            return new Contradicts(Conflict.PAST_EPOCH, Optional.empty());
        }
        return place.seq() == last + 1 ? new Next() : new Ahead(last + 1, place.seq() - 1);
    }
}
