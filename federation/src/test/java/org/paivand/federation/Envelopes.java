package org.paivand.federation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.federation.envelope.Envelope;
import org.paivand.federation.envelope.MessageId;
import org.paivand.federation.envelope.MessageType;
import org.paivand.federation.envelope.Place;
import org.paivand.federation.envelope.SignedEnvelope;

/** Envelopes of every type. */
final class Envelopes {
    private Envelopes() {}

    static Envelope of(Two two, MessageType type, Instant at) {
        return new Envelope(
                MessageId.at(at, new java.util.Random(11)),
                Two.TJ,
                Two.KZ,
                new Place(1, 1, Optional.empty()),
                new UUID(5, 6),
                at,
                type.expires() ? Optional.of(at.plus(Duration.ofDays(1))) : Optional.empty(),
                type,
                type.aboutAPerson() ? Optional.of(Two.subject(two.proof())) : Optional.empty(),
                two.sealed("{}").content());
    }

    static SignedEnvelope at(Two two, Instant at) {
        return SignedEnvelope.sign(of(two, MessageType.ECHO, at), two.signer);
    }
}
