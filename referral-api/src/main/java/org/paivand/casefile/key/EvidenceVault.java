package org.paivand.casefile.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * Seals what proves how agencies acted: openings of log entries, inputs of decisions, consent events. Not with a case's key,
 * because erasing a person must not erase what an agency did. Openings and inputs are sealed with the key of their year, so that
 * the log's own retention can end: {@code 0x02} ‖ year (two bytes) ‖ {@link Seal}. Consent events, and what was sealed before
 * there were years, bear no such head and are the {@code evidence} key's own.
 */
public final class EvidenceVault {

    private static final byte[] LABEL = "paivand-evidence/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte OF_YEAR = 2;
    private static final int HEAD_BYTES = 1 + Short.BYTES;

    private final Keystore keystore;
    private final KeyWrapping evidence;
    private final YearKeys years;

    public EvidenceVault(Keystore keystore, YearKeys years) {
        this.keystore = keystore;
        this.evidence = KeystoreWrapping.evidence(keystore);
        this.years = years;
    }

    /** Seals with the evidence key, for as long as there is a node. */
    public byte[] seal(EvidenceKind kind, UUID recordId, byte[] plain) {
        return keystore.evidences().seal(place(kind, recordId), plain);
    }

    /** Opens what the evidence key sealed for this very record; bytes of another record, kind or node are a broken seal. */
    public byte[] open(EvidenceKind kind, UUID recordId, byte[] sealed) throws BrokenSealException {
        try {
            return evidence.unwrap(place(kind, recordId), sealed);
        } catch (KeysUnavailableException unread) {
            throw new BrokenSealException("sealed by a generation that can't be read", unread);
        }
    }

    /** Seals with the key of that year, which is the present one. */
    public byte[] sealInYear(EvidenceKind kind, UUID recordId, int year, byte[] plain)
            throws KeysUnavailableException, BrokenSealException {
        byte[] sealed = Seal.seal(years.ofPresent(year), place(kind, recordId), plain);
        return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(beginning(year))
                .put(sealed)
                .array();
    }

    /** With what each record begins that the key of this year sealed, and no other. */
    public static byte[] beginning(int year) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put(OF_YEAR)
                .putShort((short) year)
                .array();
    }

    /**
     * Opens what was sealed for this very record in whichever year, or before there were years.
     *
     * @throws ShreddedException if the key of its year is gone
     */
    public byte[] openOfAnyYear(EvidenceKind kind, UUID recordId, byte[] sealed)
            throws BrokenSealException, ShreddedException, KeysUnavailableException {
        if (sealed.length < HEAD_BYTES || sealed[0] != OF_YEAR) {
            return open(kind, recordId, sealed);
        }
        ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        int year = in.getShort();
        byte[] body = new byte[in.remaining()];
        in.get(body);
        SecretKey key = years.of(year).orElseThrow(ShreddedException::new);
        return Seal.open(key, place(kind, recordId), body);
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
