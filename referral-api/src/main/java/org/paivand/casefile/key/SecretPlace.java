package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.paivand.casefile.CaseId;

/** The row a sealed secret belongs to. */
record SecretPlace(CaseId caseId, CaseSecret secret, UUID owner) {

    /**
     * Format version (1 byte) ‖ case id (16) ‖ {@code 0x00} ‖ owner (16) ‖ the secret's code. The zero stands where a
     * section has the length of its category's code, so neither opens as the other.
     */
    byte[] additionalData() {
        byte[] code = secret.code().getBytes(StandardCharsets.US_ASCII);
        byte[] id = caseId.bytes();
        return ByteBuffer.allocate(1 + id.length + 1 + 2 * Long.BYTES + code.length)
                .put(Seal.FORMAT_VERSION)
                .put(id)
                .put((byte) 0)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .put(code)
                .array();
    }
}
