package org.paivand.audit.witness;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.paivand.audit.Fuzz;
import org.paivand.audit.Fuzz.Target;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

/** The parser of a witness's file under hostile input, also where the file's own hash fits it. */
class WitnessStateParserTest {
    private static final int DIGEST_LINE = 65;
    private static final byte[] STATE = WitnessState.encode(Map.of(
            "a.example",
                    new WitnessedHead(new TreeHead(1, Hash.leaf(new byte[1])), Instant.ofEpochSecond(1_795_390_000)),
            "b.example/tj/2026", new WitnessedHead(new TreeHead(0, Hash.EMPTY), Instant.EPOCH)));
    private static final Target WHOLE =
            Target.of("state", in -> WitnessState.encode(WitnessState.parse(in)), STATE, WitnessState.encode(Map.of()));
    private static final Target RESEALED =
            Target.of("sealed state", WitnessStateParserTest::again, withoutDigest(STATE));

    @Example
    void isAcceptedWholeAndNotCutOff() throws Exception {
        new Fuzz(0).assertAcceptsAndCuts(WHOLE);
        new Fuzz(0).assertAcceptsAndCuts(RESEALED);
    }

    @Property(tries = 3000)
    void isRefusedInOneWayOnlyAndHasOneSpelling(@ForAll long seed) {
        Fuzz fuzz = new Fuzz(seed);
        fuzz.assertHandlesNext(WHOLE);
        fuzz.assertHandlesNext(RESEALED);
    }

    private static byte[] again(byte[] text) throws MalformedException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(text);
        sealed.writeBytes((Hash.sha256(text).hex() + "\n").getBytes(StandardCharsets.US_ASCII));
        return withoutDigest(WitnessState.encode(WitnessState.parse(sealed.toByteArray())));
    }

    private static byte[] withoutDigest(byte[] state) {
        return Arrays.copyOf(state, state.length - DIGEST_LINE);
    }
}
