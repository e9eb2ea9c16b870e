package org.paivand.federation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.paivand.audit.merkle.Hash;
import org.paivand.federation.envelope.SignedEnvelope;
import org.paivand.federation.jose.NodePrivateKey;
import org.paivand.federation.peer.LogProof;
import org.paivand.federation.receipt.SignedReceipt;
import org.paivand.federation.receipt.Stage;
import org.paivand.registry.node.NodeId;

/** What one side may say of an envelope, and what the other believes. */
class ReceiptTest {
    private static final Hash LEAF = Hash.leaf(new byte[] {9});

    private final Two two;
    private final SignedEnvelope sent;

    ReceiptTest() throws Exception {
        two = new Two();
        sent = two.signed();
    }

    static List<Stage> byTheRecipient() throws Exception {
        return List.of(new Stage.Delivered(LEAF), new Stage.Retrieved(LEAF), new Stage.Rejected(Refusal.OTHER_PAYLOAD));
    }

    @ParameterizedTest
    @MethodSource("byTheRecipient")
    void comesBackAsItWasSigned(Stage stage) throws Exception {
        SignedReceipt receipt = by(Two.KZ, stage);

        SignedReceipt accepted = accept(receipt.compact());

        assertEquals(receipt.receipt(), accepted.receipt());
        assertEquals(sent.hash(), accepted.receipt().envelope());
        assertEquals(stage, accepted.receipt().stage());
    }

    @Test
    void showsThatTheEntryIsInTheLog() throws Exception {
        Stage logged = new Stage.Logged(two.proof());

        assertEquals(logged, accept(by(Two.KZ, logged).compact()).receipt().stage());
    }

    @Test
    void refusesAProofThatShowsNothing() throws Exception {
        LogProof proof = two.proof();
        for (LogProof wrong : List.of(
                new LogProof(proof.checkpoint(), 0, proof.leaf(), proof.path()),
                new LogProof(proof.checkpoint(), 1, LEAF, proof.path()),
                new LogProof(proof.checkpoint(), 1, proof.leaf(), List.of()),
                new LogProof(proof.checkpoint(), 2, proof.leaf(), proof.path()),
                new LogProof(proof.checkpoint().replace("\n2\n", "\n3\n"), 1, proof.leaf(), proof.path()),
                new LogProof(new Two().proof().checkpoint(), 1, proof.leaf(), proof.path()),
                new LogProof("", 1, proof.leaf(), proof.path()))) {
            refused(
                    Refusal.LOG_PROOF_INVALID,
                    by(Two.KZ, new Stage.Logged(wrong)).compact());
        }
    }

    @Test
    void onlyTheSenderSaysThatNothingCame() throws Exception {
        SignedReceipt nothing = by(Two.TJ, new Stage.NonDelivery());

        SignedReceipt accepted = SignedReceipt.accept(nothing.compact(), sent, Two.KZ, two.keys(), Two.NOW);

        assertEquals(Two.TJ, accepted.receipt().iss());
        assertThrows(IllegalArgumentException.class, () -> by(Two.KZ, new Stage.NonDelivery()));
        assertThrows(IllegalArgumentException.class, () -> by(Two.TJ, new Stage.Delivered(LEAF)));
        assertThrows(IllegalArgumentException.class, () -> by(new NodeId("uz-national"), new Stage.Delivered(LEAF)));
    }

    @Test
    void refusesAReceiptOfAnotherEnvelope() throws Exception {
        SignedReceipt other = SignedReceipt.of(
                Envelopes.at(two, Two.NOW), Two.KZ, new Stage.Delivered(LEAF), Two.NOW, two.recipientSigner);

        refused(Refusal.OTHER_ENVELOPE, other.compact());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"seq\":2 | \"seq\":3 | OTHER_ENVELOPE",
                "\"epoch\":1 | \"epoch\":2 | OTHER_ENVELOPE",
                "\"stage\":\"delivered\" | \"stage\":\"read\" | CONTENT_REFUSED",
                "\"stage\":\"delivered\" | \"stage\":\"rejected\" | CONTENT_REFUSED",
                "\"stage\":\"delivered\" | \"stage\":\"relay-accepted\" | CONTENT_REFUSED",
                "\"v\":1 | \"v\":3 | CONTENT_REFUSED",
                "\"v\":1 | \"v\":1,\"note\":\"\" | CONTENT_REFUSED",
                "\"iss\":\"kz-national\" | \"iss\":\"uz-national\" | OTHER_ISSUER",
                "\"aud\":\"tj-national\" | \"aud\":\"uz-national\" | OTHER_AUDIENCE"
            })
    void refusesWhatBreaksTheFormat(String written, String other, Refusal reason) throws Exception {
        String compact = receipt(two.recipientSigning).compact();

        refused(
                reason,
                Two.forged(
                        Two.decoded(compact, 0),
                        Two.decoded(compact, 1).replace(written, other),
                        two.recipientSigning));
    }

    @Test
    void refusesThatTheSenderSaysForTheRecipientWhatCameOfIt() throws Exception {
        String content = Two.decoded(by(Two.KZ, new Stage.Delivered(LEAF)).compact(), 1)
                .replace(
                        "\"iss\":\"kz-national\",\"aud\":\"tj-national\"",
                        "\"iss\":\"tj-national\",\"aud\":\"kz-national\"");
        String header = Two.decoded(by(Two.TJ, new Stage.NonDelivery()).compact(), 0);
        String own = Two.forged(header, content, two.signing);

        RefusedException refused = assertThrows(
                RefusedException.class, () -> SignedReceipt.accept(own, sent, Two.KZ, two.keys(), Two.NOW));
        assertEquals(Refusal.CONTENT_REFUSED, refused.refusal());
    }

    @Test
    void refusesAStrangersAndARevokedKeysAndAnEarlyOne() throws Exception {
        NodePrivateKey revoked = Two.key(Two.pair());
        two.know(Two.KZ, revoked, Optional.of(Two.NOW));

        refused(Refusal.UNKNOWN_KEY, receipt(Two.pair()).compact());
        refused(
                Refusal.KEY_NOT_VALID,
                SignedReceipt.of(sent, Two.KZ, new Stage.Delivered(LEAF), Two.NOW, revoked)
                        .compact());
        refused(
                Refusal.FROM_THE_FUTURE,
                SignedReceipt.of(
                                sent,
                                Two.KZ,
                                new Stage.Delivered(LEAF),
                                Two.NOW.plus(Duration.ofSeconds(301)),
                                two.recipientSigner)
                        .compact());
    }

    @Test
    void refusesAnEnvelopeInThePlaceOfAReceipt() {
        refused(Refusal.HEADER_REFUSED, sent.compact());
        refused(Refusal.MALFORMED, "");
        refused(Refusal.TOO_LARGE, "A".repeat(SignedReceipt.MAX_BYTES + 1));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void whatMayBeAcceptedLaterIsNeverRejected(Refusal reason) {
        if (reason.retryable()) {
            assertThrows(IllegalArgumentException.class, () -> new Stage.Rejected(reason));
        } else {
            assertEquals(reason, new Stage.Rejected(reason).reason());
        }
    }

    private SignedReceipt by(NodeId us, Stage stage) {
        return SignedReceipt.of(sent, us, stage, Two.NOW, us.equals(Two.TJ) ? two.signer : two.recipientSigner);
    }

    private SignedReceipt receipt(KeyPair by) {
        return SignedReceipt.of(sent, Two.KZ, new Stage.Delivered(LEAF), Two.NOW, Two.key(by));
    }

    private SignedReceipt accept(String compact) throws RefusedException {
        return SignedReceipt.accept(compact, sent, Two.TJ, two.keys(), Two.NOW);
    }

    private void refused(Refusal reason, String compact) {
        RefusedException refused = assertThrows(RefusedException.class, () -> accept(compact));
        assertEquals(reason, refused.refusal());
    }
}
