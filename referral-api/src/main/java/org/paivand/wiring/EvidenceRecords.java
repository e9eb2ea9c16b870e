package org.paivand.wiring;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.EvidenceKind;
import org.paivand.casefile.key.EvidenceVault;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.casefile.key.ShreddedException;
import org.paivand.entry.NoVaultKeyException;
import org.paivand.entry.Vault;

/** The log's vault over the keys of the years. */
final class EvidenceRecords implements Vault {
    private final EvidenceVault evidence;
    private final InstantSource clock;

    EvidenceRecords(EvidenceVault evidence, InstantSource clock) {
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public byte[] seal(String recordId, byte[] plain) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        try {
            return evidence.sealInYear(kind(recordId), id(recordId), year, plain);
        } catch (CaseKeyException unusable) {
            throw new IllegalStateException("the year's key can't be used", unusable);
        }
    }

    @Override
    public byte[] sealForGood(String recordId, byte[] plain) {
        return evidence.seal(kind(recordId), id(recordId), plain);
    }

    @Override
    public byte[] open(String recordId, byte[] ciphertext) {
        try {
            return evidence.openOfAnyYear(kind(recordId), id(recordId), ciphertext);
        } catch (ShreddedException | KeysUnavailableException without) {
            throw new NoVaultKeyException(without instanceof ShreddedException, without);
        } catch (CaseKeyException broken) {
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
