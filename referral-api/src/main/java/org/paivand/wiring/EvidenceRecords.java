package org.paivand.wiring;

import java.util.UUID;
import org.paivand.casefile.key.BrokenSealException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.entry.Vault;

/** The log's vault over the node's evidence key. */
final class EvidenceRecords implements Vault {
    private final EvidenceVault evidence;

    EvidenceRecords(EvidenceVault evidence) {
        this.evidence = evidence;
    }

    @Override
    public byte[] seal(String recordId, byte[] plain) {
        return evidence.seal(kind(recordId), id(recordId), plain);
    }

    @Override
    public byte[] open(String recordId, byte[] ciphertext) {
        try {
            return evidence.open(kind(recordId), id(recordId), ciphertext);
        } catch (BrokenSealException broken) {
            throw new IllegalStateException("a record of the log can't be opened", broken);
        }
    }

    private static EvidenceKind kind(String recordId) {
        String code = recordId.substring(0, recordId.indexOf('/'));
        for (EvidenceKind kind : EvidenceKind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalStateException("an unknown kind of record");
    }

    private static UUID id(String recordId) {
        return UUID.fromString(recordId.substring(recordId.indexOf('/') + 1));
    }
}
