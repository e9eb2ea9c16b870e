package org.paivand.referral.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.paper.FormNumber;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Proxy;
import org.paivand.referral.ProxyChannel;
import org.paivand.referral.ProxySpeaker;
import org.paivand.referral.rest.Wire.ProxyNote;
import org.paivand.rest.Codes;
import org.paivand.rest.JsonBodies;

/** How a host says that what it records is another's. */
final class ProxyNotes {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final String CALLED_BACK = "/proxy/calledBackRegisteredNumber";

    private ProxyNotes() {}

    /** @throws ProblemException if it was said by telephone and the number of the registry wasn't called back for it */
    static Optional<Proxy> read(AgencyId host, Optional<ProxyNote> note) {
        return note.map(said -> {
            ProxyChannel channel =
                    Codes.of("/proxy/channel", said.channel(), code -> Coded.of(ProxyChannel.class, code));
            boolean telephone = channel == ProxyChannel.TELEPHONE_CALLBACK;
            if (telephone && said.calledBackRegisteredNumber().isEmpty()) {
                throw ProblemException.invalid(CALLED_BACK, "required");
            }
            if (telephone != said.calledBackRegisteredNumber().orElse(false)) {
                throw ProblemException.invalid(CALLED_BACK, "contradiction");
            }
            return new Proxy(
                    host,
                    channel,
                    said.toldAt(),
                    Codes.of("/proxy/saidBy", said.saidBy(), code -> Coded.of(ProxySpeaker.class, code)),
                    said.formNumber().map(number -> Codes.text("/proxy/formNumber", number, FormNumber::typed)));
        });
    }

    /** Of a step that has no body but for this one; generated clients write none as {@code null}. */
    static Optional<ProxyNote> body(byte[] body) throws IOException {
        return body.length == 0 || Arrays.equals(body, NULL)
                ? Optional.empty()
                : JsonBodies.read(Wire.ByProxy.class, body).proxy();
    }
}
