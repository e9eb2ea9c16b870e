package org.paivand.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.Cosigner;
import org.paivand.audit.note.NoteSignature;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.note.VerifierKey;

class WitnessPolicyTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ORIGIN = "log.example/2026";
    private static final TreeHead HEAD = new TreeHead(5, Hash.leaf(new byte[] {5}));
    private static final String TEXT = new Checkpoint(ORIGIN, HEAD).text();

    private final PrivateKeySigner log = TestKeys.signer(ORIGIN);
    private final Cosigner kz = TestKeys.cosigner("witness.example/kz");
    private final Cosigner ngo = TestKeys.cosigner("witness.example/ngo");
    private final Cosigner ombudsman = TestKeys.cosigner("witness.example/ombudsman");

    private final String keys =
            "# whom the auditor believes\n\nlog " + log.verifierKey().text()
                    + " log.example/2026/ \n\twitness kz " + kz.verifierKey().text() + "\nwitness  ngo\t"
                    + ngo.verifierKey().text() + "\nwitness ombudsman "
                    + ombudsman.verifierKey().text() + "\n";

    @Test
    void believesTheLogAloneWhereNoWitnessIsAskedFor() throws Exception {
        VerifiedCheckpoint verified = policy("quorum none\n").verify(signed());

        assertEquals(ORIGIN, verified.origin());
        assertEquals(HEAD, verified.treeHead());
        assertEquals(Map.of(), verified.cosignedAt());
        assertEquals(
                HEAD, WitnessPolicy.trusting(log.verifierKey()).verify(signed()).treeHead());
    }

    @Test
    void tellsWhenEachKnownWitnessCosigned() throws Exception {
        VerifiedCheckpoint verified = policy("quorum kz\n").verify(signed(kz, ngo));

        assertEquals(Map.of("kz", NOON, "ngo", NOON), verified.cosignedAt());
    }

    @Test
    void namesItsLogsAndItsWitnessesWithTheirUrls() throws Exception {
        VerifierKey more = TestKeys.cosigner("witness.example/more").verifierKey();

        WitnessPolicy policy = policy("witness more " + more.text() + " https://w.example/\nquorum none\n");

        assertEquals(List.of(log.verifierKey()), policy.logs());
        assertEquals(4, policy.witnesses().size());
        assertEquals(
                new KnownWitness("kz", kz.verifierKey(), Optional.empty()),
                policy.witnesses().get(0));
        assertEquals(
                new KnownWitness("more", more, Optional.of("https://w.example/")),
                policy.witnesses().get(3));
    }

    @Test
    void countsGroupsAsTheSpecificationSays() throws Exception {
        String two = "group g 2 kz ngo ombudsman\nquorum g\n";
        String any = "group g any kz ngo\nquorum g\n";
        String nested = "group inner any kz ngo\ngroup outer all inner ombudsman\nquorum outer\n";

        assertBelieves(two, kz, ombudsman);
        assertBelieves(any, ngo);
        assertBelieves(nested, ngo, ombudsman);
        assertRefuses(two, kz);
        assertRefuses(two);
        assertRefuses(any, ombudsman);
        assertRefuses(nested, kz, ngo);
        assertRefuses(nested, ombudsman);
        assertRefuses("quorum kz\n", ngo, ombudsman);
    }

    @Test
    void oneWitnessThatSignsTwiceIsOneWitness() throws Exception {
        List<NoteSignature> twice =
                List.of(log.sign(TEXT), kz.cosign(TEXT, NOON), kz.cosign(TEXT, NOON.plusSeconds(1)));

        assertThrows(
                UntrustedCheckpointException.class,
                () -> policy("group g 2 kz ngo\nquorum g\n").verify(new SignedNote(TEXT, twice)));
    }

    @Test
    void aFalseCosignatureSpoilsTheCheckpointEvenBeyondTheQuorum() throws Exception {
        List<NoteSignature> withFalse =
                List.of(log.sign(TEXT), kz.cosign(TEXT, NOON), ngo.cosign(TEXT + "more\n", NOON));

        assertThrows(
                UntrustedCheckpointException.class,
                () -> policy("quorum kz\n").verify(new SignedNote(TEXT, withFalse)));
    }

    @Test
    void witnessesCannotReplaceTheLog() throws Exception {
        List<NoteSignature> witnessesOnly = List.of(kz.cosign(TEXT, NOON), ngo.cosign(TEXT, NOON));

        assertThrows(
                UntrustedCheckpointException.class,
                () -> policy("quorum kz\n").verify(new SignedNote(TEXT, witnessesOnly)));
    }

    @Test
    void aStrangersKeyUnderTheSameOriginIsNotTheLog() throws Exception {
        PrivateKeySigner stranger = TestKeys.signer(ORIGIN);

        assertThrows(
                UntrustedCheckpointException.class,
                () -> policy("quorum none\n").verify(new SignedNote(TEXT, List.of(stranger.sign(TEXT)))));
    }

    @Test
    void aLogSpeaksUnderItsOwnOriginOnly() throws Exception {
        String other = new Checkpoint("log.example/2027", HEAD).text();

        assertThrows(
                UntrustedCheckpointException.class,
                () -> policy("quorum none\n").verify(new SignedNote(other, List.of(log.sign(other)))));
    }

    @Test
    void whatTheLogSignedMustBeACheckpoint() throws Exception {
        for (String text : List.of("hello\n", TEXT.replace("5\n", "05\n"), TEXT + "\n")) {
            assertThrows(
                    UntrustedCheckpointException.class,
                    () -> policy("quorum none\n").verify(new SignedNote(text, List.of(log.sign(text)))));
        }
    }

    @Test
    void refusesPoliciesThatCouldBeMisread() {
        String kzKey = kz.verifierKey().text();
        List<String> hostile = List.of(
                "",
                "quorum none",
                "quorum\n",
                "quorum nobody\n",
                "quorum none none\n",
                "quorum none\nquorum none\n",
                "Quorum none\n",
                "quorum none\r\n",
                "quorum none\u0000\n",
                "quorum g\ngroup g any kz\n",
                "group g 0 kz\nquorum g\n",
                "group g 2 kz\nquorum g\n",
                "group g 01 kz\nquorum g\n",
                "group g -1 kz\nquorum g\n",
                "group g +1 kz\nquorum g\n",
                "group g \u0661 kz\nquorum g\n",
                "group g 4294967297 kz\nquorum g\n",
                "group g any\nquorum g\n",
                "group g\nquorum none\n",
                "group g any none\nquorum g\n",
                "group none any kz\nquorum none\n",
                "group kz any ngo\nquorum kz\n",
                "group g 2 kz kz\nquorum g\n",
                "group g any kz\ngroup h any kz\nquorum h\n",
                "group g any g\nquorum g\n",
                "witness kz2 " + kzKey + "\nquorum kz2\n",
                "witness none " + TestKeys.cosigner("n").verifierKey().text() + "\nquorum none\n",
                "witness kz " + TestKeys.cosigner("n").verifierKey().text() + "\nquorum none\n",
                "witness x " + TestKeys.signer("n").verifierKey().text() + "\nquorum none\n",
                "witness x\nquorum none\n",
                "witness x " + kzKey.replace("witness", "Witness") + "\nquorum none\n",
                "log " + kzKey + "\nquorum none\n",
                "log " + log.verifierKey().text() + "\nquorum none\n",
                "log\nquorum none\n",
                "log a b c d\nquorum none\n",
                "trust everybody\nquorum none\n",
                "# " + "x".repeat(70_000) + "\nquorum none\n");

        for (String lines : hostile) {
            assertThrows(MalformedException.class, () -> policy(lines), lines);
        }
        assertThrows(MalformedException.class, () -> WitnessPolicy.parse(bytes("quorum none\n")));
        assertThrows(MalformedException.class, () -> WitnessPolicy.parse(new byte[] {(byte) 0xff, '\n'}));
        assertThrows(IllegalArgumentException.class, () -> WitnessPolicy.trusting(kz.verifierKey()));
    }

    private WitnessPolicy policy(String lines) throws MalformedException {
        return WitnessPolicy.parse(bytes(keys + lines));
    }

    private SignedNote signed(Cosigner... cosigners) throws Exception {
        List<NoteSignature> signatures = new ArrayList<>(List.of(log.sign(TEXT)));
        for (Cosigner cosigner : cosigners) {
            signatures.add(cosigner.cosign(TEXT, NOON));
        }
        return new SignedNote(TEXT, signatures);
    }

    private void assertBelieves(String lines, Cosigner... cosigners) throws Exception {
        assertEquals(HEAD, policy(lines).verify(signed(cosigners)).treeHead());
    }

    private void assertRefuses(String lines, Cosigner... cosigners) {
        assertThrows(UntrustedCheckpointException.class, () -> policy(lines).verify(signed(cosigners)), lines);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
