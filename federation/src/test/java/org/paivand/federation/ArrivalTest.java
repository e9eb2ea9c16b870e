package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.paivand.audit.merkle.Hash;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.ledger.Arrival;
import org.paivand.federation.ledger.Conflict;
import org.paivand.federation.ledger.Received;

/** Where envelopes fall that come late, twice, in another order or from a peer that tells two histories. */
class ArrivalTest {
    private final Two two;
    private final Kept kept = new Kept();
    private final Random random = new Random(42);

    ArrivalTest() throws Exception {
        two = new Two();
    }

    @Test
    void takesThemInTheirOrder() {
        List<SignedEnvelope> sent = history(1, 3);

        sent.forEach(envelope -> assertEquals(new Arrival.Next(), arrives(envelope)));
    }

    @Test
    void knowsOneThatCameBefore() {
        List<SignedEnvelope> sent = history(1, 2);
        sent.forEach(this::arrives);

        sent.forEach(envelope -> assertEquals(new Arrival.Again(), arrives(envelope)));
    }

    @Test
    void takesAnotherSignatureForTheSameMessage() throws Exception {
        SignedEnvelope first = history(1, 1).get(0);
        Arrival unusedNext = arrives(first);
        SignedEnvelope again = SignedEnvelope.sign(first.envelope(), two.signer);

        assertEquals(new Arrival.Again(), arrives(again));
    }

    @Test
    void namesWhatIsMissingAndTakesItLater() {
        List<SignedEnvelope> sent = history(1, 5);

        assertEquals(new Arrival.Next(), arrives(sent.get(0)));
        assertEquals(new Arrival.Ahead(2, 4), arrives(sent.get(4)));
        assertEquals(new Arrival.FillsGap(), arrives(sent.get(2)));
        assertEquals(new Arrival.FillsGap(), arrives(sent.get(1)));
        assertEquals(new Arrival.FillsGap(), arrives(sent.get(3)));
    }

    @Test
    void neverTakesAnotherMessageWithTheSameId() {
        SignedEnvelope first = history(1, 1).get(0);
        Arrival unusedNext = arrives(first);
        SignedEnvelope other = signed(first.envelope().id(), new Place(1, 2, Optional.of(first.hash())));

        assertEquals(new Arrival.Contradicts(Conflict.SAME_ID, Optional.of(first.hash())), arrives(other));
    }

    @Test
    void seesThatAPeerTellsTwoHistories() {
        List<SignedEnvelope> sent = history(1, 3);
        arrives(sent.get(0));
        arrives(sent.get(1));

        assertEquals(
                new Arrival.Contradicts(
                        Conflict.SAME_PLACE, Optional.of(sent.get(1).hash())),
                arrives(signed(new Place(1, 2, Optional.of(sent.get(0).hash())))));
        assertEquals(
                new Arrival.Contradicts(
                        Conflict.OTHER_HISTORY, Optional.of(sent.get(1).hash())),
                arrives(signed(new Place(1, 3, Optional.of(sent.get(0).hash())))));
    }

    @Test
    void seesItInAGapToo() {
        List<SignedEnvelope> sent = history(1, 3);
        arrives(sent.get(0));
        arrives(sent.get(2));

        assertEquals(
                new Arrival.Contradicts(
                        Conflict.OTHER_HISTORY, Optional.of(sent.get(1).hash())),
                arrives(signed(new Place(1, 2, Optional.of(sent.get(0).hash())))));
        assertEquals(new Arrival.FillsGap(), arrives(sent.get(1)));
    }

    @Test
    void aRestoredPeerBeginsALaterEpochAndStaysInIt() {
        List<SignedEnvelope> before = history(1, 3);
        arrives(before.get(0));
        arrives(before.get(2));
        List<SignedEnvelope> after = history(2, 1);

        assertEquals(new Arrival.Next(), arrives(after.get(0)));
        assertEquals(new Arrival.FillsGap(), arrives(before.get(1)), "what was sent before counts");
        assertEquals(
                new Arrival.Contradicts(Conflict.PAST_EPOCH, Optional.empty()),
                arrives(signed(new Place(1, 4, Optional.of(before.get(2).hash())))));
    }

    @RepeatedTest(20)
    void whateverTheOrderAllAreTakenOnce() {
        long seed = new Random().nextLong();
        List<SignedEnvelope> sent = history(1, 12);
        List<SignedEnvelope> onTheWay = new ArrayList<>(sent);
        onTheWay.addAll(sent);
        Collections.shuffle(onTheWay, new Random(seed));
        Map<Class<?>, Integer> seen = new HashMap<>();

        onTheWay.forEach(envelope -> seen.merge(arrives(envelope).getClass(), 1, Integer::sum));

        assertEquals(12, seen.get(Arrival.Again.class), "seed " + seed);
        assertEquals(
                12,
                seen.getOrDefault(Arrival.Next.class, 0)
                        + seen.getOrDefault(Arrival.Ahead.class, 0)
                        + seen.getOrDefault(Arrival.FillsGap.class, 0),
                "seed " + seed);
    }

    private Arrival arrives(SignedEnvelope envelope) {
        Arrival arrival = Arrival.of(envelope, kept);
        if (arrival instanceof Arrival.Next
                || arrival instanceof Arrival.Ahead
                || arrival instanceof Arrival.FillsGap) {
            kept.all.add(envelope);
        }
        return arrival;
    }

    private List<SignedEnvelope> history(int epoch, int length) {
        List<SignedEnvelope> history = new ArrayList<>();
        Optional<Hash> prev = Optional.empty();
        for (int seq = 1; seq <= length; seq++) {
            SignedEnvelope next = signed(new Place(epoch, seq, prev));
            history.add(next);
            prev = Optional.of(next.hash());
        }
        return history;
    }

    private SignedEnvelope signed(Place place) {
        return signed(MessageId.at(Two.NOW, random), place);
    }

    private SignedEnvelope signed(MessageId id, Place place) {
        Envelope any = Envelopes.of(two, MessageType.ECHO, Two.NOW);
        return SignedEnvelope.sign(
                new Envelope(
                        id,
                        any.iss(),
                        any.aud(),
                        place,
                        new UUID(random.nextLong(), 1),
                        any.iat(),
                        any.exp(),
                        any.type(),
                        any.subject(),
                        any.content()),
                two.signer);
    }

    /** Every envelope that was taken in, as it came. */
    private static final class Kept implements Received {
        private final List<SignedEnvelope> all = new ArrayList<>();

        @Override
        public Optional<Hash> by(MessageId id) {
            return all.stream()
                    .filter(one -> one.envelope().id().equals(id))
                    .map(SignedEnvelope::hash)
                    .findFirst();
        }

        @Override
        public Optional<Hash> at(int epoch, long seq) {
            return find(epoch, seq).map(SignedEnvelope::hash);
        }

        @Override
        public Optional<Hash> prevOf(int epoch, long seq) {
            return find(epoch, seq).flatMap(one -> one.envelope().place().prev());
        }

        @Override
        public int lastEpoch() {
            return all.stream()
                    .mapToInt(one -> one.envelope().place().epoch())
                    .max()
                    .orElse(0);
        }

        @Override
        public long lastSeq(int epoch) {
            return all.stream()
                    .map(one -> one.envelope().place())
                    .filter(place -> place.epoch() == epoch)
                    .mapToLong(Place::seq)
                    .max()
                    .orElse(0);
        }

        private Optional<SignedEnvelope> find(int epoch, long seq) {
            return all.stream()
                    .filter(one -> one.envelope().place().epoch() == epoch
                            && one.envelope().place().seq() == seq)
                    .findFirst();
        }
    }
}
