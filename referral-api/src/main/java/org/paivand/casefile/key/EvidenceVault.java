package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Seals what proves how agencies acted: openings of log entries, inputs of decisions, consent events. One key for the
 * node and not one a case, because erasing a person must not erase what an agency did.
 */
public final class EvidenceVault {

    private static final byte[] LABEL = "paivand-evidence/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final Keystore keystore;

    public EvidenceVault(Keystore keystore) {
        this.keystore = keystore;
    }

    public byte[] seal(EvidenceKind kind, UUID recordId, byte[] plain) {
        return Seal.seal(keystore.evidence(), place(kind, recordId), plain);
    }

    /** Opens bytes sealed for this very record; bytes of another record, kind or node are a broken seal. */
    public byte[] open(EvidenceKind kind, UUID recordId, byte[] sealed) throws BrokenSealException {
        return Seal.open(keystore.evidence(), place(kind, recordId), sealed);
    }

    private static byte[] place(EvidenceKind kind, UUID recordId) {
        byte[] code = kind.code().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(LABEL.length + 2 * Long.BYTES + code.length)
                .put(LABEL)
                .putLong(recordId.getMostSignificantBits())
                .putLong(recordId.getLeastSignificantBits())
                .put(code)
                .array();
    }
}
