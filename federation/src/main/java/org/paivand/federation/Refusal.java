package org.paivand.federation;

import org.paivand.disclosure.Coded;

/** Why a message has no effect. Codes are part of the protocol: once published they keep their meaning. */
public enum Refusal implements Coded {
    TOO_LARGE("too-large", false, "It has more bytes than its kind may have."),
    MALFORMED("malformed", false, "It is not three or five parts of strict base64url."),
    HEADER_REFUSED("header-refused", false, "Its header is not exactly the one that the protocol names."),
    UNKNOWN_KEY("unknown-key", true, "No peer is known to have the key that it names."),
    KEY_NOT_VALID("key-not-valid", false, "The key was revoked, or was not valid when it says it was written."),
    SIGNATURE_INVALID("signature-invalid", false, "The signature is not that key's over these bytes."),
    CONTENT_REFUSED("content-refused", false, "What is signed is not what a message of this version has."),
    OTHER_ISSUER("other-issuer", false, "It says that another node wrote it than the one whose key signed it."),
    OTHER_AUDIENCE("other-audience", false, "It is for another node."),
    FROM_THE_FUTURE(
            "from-the-future", true, "By this node's clock it is yet to be written; one of both clocks is wrong."),
    EXPIRED("expired", false, "The time in which it could be accepted is over."),
    OTHER_PAYLOAD("other-payload", false, "The payload is not the one whose hash was signed."),
    PAYLOAD_UNREADABLE("payload-unreadable", false, "The payload can't be opened with the key that it names."),
    PADDING_REFUSED("padding-refused", false, "The payload is not padded as the protocol says."),
    LOG_PROOF_INVALID("log-proof-invalid", false, "It doesn't show that the sender's log has the entry."),
    TYPE_NOT_TAKEN("type-not-taken", true, "This node takes no message of that type, or not from that peer."),
    OTHER_ENVELOPE("other-envelope", false, "The receipt is of an envelope that was never sent.");

    private final String code;
    private final boolean retryable;
    private final String meaning;

    Refusal(String code, boolean retryable, String meaning) {
        this.code = code;
        this.retryable = retryable;
        this.meaning = meaning;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the same bytes may be accepted later; then the refusal isn't signed, and nothing is final. */
    public boolean retryable() {
        return retryable;
    }

    /** One English sentence. */
    public String meaning() {
        return meaning;
    }
}
