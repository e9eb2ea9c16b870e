package org.paivand.federation.envelope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.Members;
import org.paivand.disclosure.json.Nodes;
import org.paivand.disclosure.json.StrictJson;
import org.paivand.disclosure.policy.HandlingCode;
import org.paivand.federation.peer.LogProof;
import org.paivand.registry.node.NodeId;

/** What is signed of an envelope. Readers take members in any order; one that is missing, foreign or there twice refuses the whole. */
public final class EnvelopeJson {
    private static final int VERSION = 1;
    private static final String NEVER = "never";

    private EnvelopeJson() {}

    static byte[] write(Envelope envelope) {
        ObjectNode node = Nodes.object()
                .put("v", VERSION)
                .put("id", envelope.id().toString())
                .put("iss", envelope.iss().value())
                .put("aud", envelope.aud().value())
                .put("epoch", envelope.place().epoch())
                .put("seq", envelope.place().seq());
        Nodes.optional(node, "prev", envelope.place().prev(), Hash::hex);
        node.put("corr", envelope.corr().toString()).put("iat", envelope.iat().getEpochSecond());
        envelope.exp().ifPresent(exp -> node.put("exp", exp.getEpochSecond()));
        node.put("type", envelope.type().code());
        envelope.subject().ifPresent(subject -> node.set("subject", subject(subject)));
        return StrictJson.compact(node.put("ct", envelope.content().ct().hex())
                .put("pt", envelope.content().pt().hex())
                .put("schema", envelope.content().schema()));
    }

    static Envelope read(byte[] json) throws InvalidDocumentException {
        return StrictJson.read(json, EnvelopeJson::envelope);
    }

    private static Envelope envelope(Members members) throws InvalidDocumentException {
        version(members);
        return new Envelope(
                members.value("id", MessageId::parse),
                members.value("iss", NodeId::new),
                members.value("aud", NodeId::new),
                new Place(
                        members.number("epoch"),
                        members.bigNumber("seq"),
                        members.optional("prev", some -> hash(some, "prev"))),
                members.uuid("corr"),
                time(members, "iat"),
                members.optional("exp", some -> time(some, "exp")),
                members.code("type", MessageType.class),
                members.optional("subject", some -> some.object("subject", EnvelopeJson::subject)),
                new Content(members.sha256("ct"), members.sha256("pt"), members.text("schema")));
    }

    /** The member {@code v}: another version is another protocol. */
    public static void version(Members members) throws InvalidDocumentException {
        if (members.number("v") != VERSION) {
            throw new IllegalArgumentException("another version of the protocol");
        }
    }

    private static ObjectNode subject(Subject subject) {
        ObjectNode node = Nodes.object()
                .put("from", subject.from().value())
                .put("to", subject.to().value());
        node.set("handling", handling(subject.handling()));
        subject.consent()
                .ifPresent(consent -> node.set(
                        "consent",
                        Nodes.object()
                                .put("ref", consent.ref().toString())
                                .put("version", consent.version())
                                .put("exp", consent.exp().getEpochSecond())));
        node.set("categories", Nodes.codes(subject.categories()));
        return node.set("log", proof(subject.log()));
    }

    private static Subject subject(Members members) throws InvalidDocumentException {
        return new Subject(
                members.value("from", AgencyId::of),
                members.value("to", AgencyId::of),
                members.object("handling", EnvelopeJson::handling),
                members.optional("consent", some -> some.object("consent", EnvelopeJson::consent)),
                members.codes("categories", Category.class),
                members.object("log", EnvelopeJson::proof));
    }

    private static ObjectNode handling(Handling handling) {
        return Nodes.object()
                .put("code", handling.code().code())
                .put("purpose", handling.purpose().code())
                .put("basis", handling.basis().code())
                .put("onward", handling.onward())
                .put("evidenceUse", handling.evidenceUse().code())
                .put("immigrationUse", NEVER)
                .put("useAgainstPerson", NEVER)
                .put("retainUntil", handling.retainUntil().getEpochSecond());
    }

    private static Handling handling(Members members) throws InvalidDocumentException {
        never(members, "immigrationUse");
        never(members, "useAgainstPerson");
        return new Handling(
                members.code("code", HandlingCode.class),
                members.code("purpose", Purpose.class),
                members.code("basis", BasisType.class),
                members.flag("onward"),
                members.code("evidenceUse", EvidenceUse.class),
                time(members, "retainUntil"));
    }

    private static void never(Members members, String name) throws InvalidDocumentException {
        if (!members.text(name).equals(NEVER)) {
            throw new IllegalArgumentException("there is one answer to this");
        }
    }

    private static ConsentReference consent(Members members) throws InvalidDocumentException {
        return new ConsentReference(members.uuid("ref"), members.number("version"), time(members, "exp"));
    }

    /** As envelopes and receipts have it. */
    public static ObjectNode proof(LogProof proof) {
        ObjectNode node = Nodes.object()
                .put("checkpoint", proof.checkpoint())
                .put("index", proof.index())
                .put("leaf", proof.leaf().hex());
        return node.set("path", Nodes.texts(proof.path(), Hash::hex));
    }

    public static LogProof proof(Members members) throws InvalidDocumentException {
        return new LogProof(
                members.text("checkpoint"),
                members.bigNumber("index"),
                hash(members, "leaf"),
                members.list("path", EnvelopeJson::hash));
    }

    /** Whole seconds since 1970, as RFC 7519 §2 has them. */
    public static Instant time(Members members, String name) throws InvalidDocumentException {
        long seconds = members.bigNumber(name);
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            throw new IllegalArgumentException("not a time after 1970");
        }
        return Instant.ofEpochSecond(seconds);
    }

    public static Hash hash(Members members, String name) throws InvalidDocumentException {
        return members.value(name, EnvelopeJson::hash);
    }

    private static Hash hash(String hex) {
        try {
            return Hash.fromHex(hex);
        } catch (MalformedException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
