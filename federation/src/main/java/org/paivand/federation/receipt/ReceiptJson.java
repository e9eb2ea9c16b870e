package org.paivand.federation.receipt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.Members;
import org.paivand.disclosure.json.Nodes;
import org.paivand.disclosure.json.StrictJson;
import org.paivand.federation.Refusal;
import org.paivand.federation.envelope.EnvelopeJson;
import org.paivand.federation.envelope.MessageId;
import org.paivand.registry.node.NodeId;

/** What is signed of a receipt. */
final class ReceiptJson {
    private static final int VERSION = 1;

    private ReceiptJson() {}

    static byte[] write(Receipt receipt) {
        ObjectNode node = Nodes.object()
                .put("v", VERSION)
                .put("iss", receipt.iss().value())
                .put("aud", receipt.aud().value())
                .put("id", receipt.id().toString())
                .put("envelope", receipt.envelope().hex())
                .put("epoch", receipt.epoch())
                .put("seq", receipt.seq())
                .put("iat", receipt.at().getEpochSecond())
                .put("stage", receipt.stage().code());
        if (receipt.stage() instanceof Stage.Delivered delivered) {
            node.put("leaf", delivered.leaf().hex());
        } else if (receipt.stage() instanceof Stage.Retrieved retrieved) {
            node.put("leaf", retrieved.leaf().hex());
        } else if (receipt.stage() instanceof Stage.Logged logged) {
            node.set("log", EnvelopeJson.proof(logged.proof()));
        } else if (receipt.stage() instanceof Stage.Rejected rejected) {
            node.put("reason", rejected.reason().code());
        }
        return StrictJson.compact(node);
    }

    static Receipt read(byte[] json) throws InvalidDocumentException {
        return StrictJson.read(json, ReceiptJson::receipt);
    }

    private static Receipt receipt(Members members) throws InvalidDocumentException {
        EnvelopeJson.version(members);
        return new Receipt(
                members.value("iss", NodeId::new),
                members.value("aud", NodeId::new),
                members.value("id", MessageId::parse),
                EnvelopeJson.hash(members, "envelope"),
                members.number("epoch"),
                members.bigNumber("seq"),
                EnvelopeJson.time(members, "iat"),
                stage(members));
    }

    private static Stage stage(Members members) throws InvalidDocumentException {
        return switch (members.text("stage")) {
            case Stage.Delivered.CODE -> new Stage.Delivered(EnvelopeJson.hash(members, "leaf"));
            case Stage.Retrieved.CODE -> new Stage.Retrieved(EnvelopeJson.hash(members, "leaf"));
            case Stage.Logged.CODE -> new Stage.Logged(members.object("log", EnvelopeJson::proof));
            case Stage.Rejected.CODE -> new Stage.Rejected(members.code("reason", Refusal.class));
            case Stage.NonDelivery.CODE -> new Stage.NonDelivery();
            default -> throw new IllegalArgumentException("no stage of the protocol");
        };
    }
}
