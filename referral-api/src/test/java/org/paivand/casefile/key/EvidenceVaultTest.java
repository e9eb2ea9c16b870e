package org.paivand.casefile.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paivand.casefile.CaseId;

class EvidenceVaultTest {

    private static final UUID RECORD = UUID.fromString("aa3f3d0e-6f3b-4b57-8f8f-0f4b8b2f3c11");
    private static final UUID OTHER = UUID.fromString("bb3f3d0e-6f3b-4b57-8f8f-0f4b8b2f3c11");
    private static final byte[] OPENING = "opening".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path keystores;

    private static Keystore keystore;
    private static Keystore foreign;

    @BeforeAll
    static void makeKeystores() throws Exception {
        keystore = TestKeystores.complete(keystores, "node.p12");
        foreign = TestKeystores.complete(keystores, "foreign.p12");
    }

    private static EvidenceVault vault(Keystore of) throws Exception {
        return new EvidenceVault(of, new YearKeys(keystores.resolve("keys"), KeystoreWrapping.evidence(of)));
    }

    @Test
    void opensWhatItSealedForThatRecord() throws Exception {
        EvidenceVault vault = vault(keystore);

        byte[] sealed = vault.seal(EvidenceKind.OPENING, RECORD, OPENING);

        assertArrayEquals(OPENING, vault.open(EvidenceKind.OPENING, RECORD, sealed));
    }

    @Test
    void opensNothingOfAnotherRecordKindOrNode() throws Exception {
        EvidenceVault vault = vault(keystore);

        byte[] sealed = vault.seal(EvidenceKind.OPENING, RECORD, OPENING);

        assertThrows(BrokenSealException.class, () -> vault.open(EvidenceKind.OPENING, OTHER, sealed));
        assertThrows(BrokenSealException.class, () -> vault.open(EvidenceKind.DECISION_INPUT, RECORD, sealed));
        assertThrows(BrokenSealException.class, () -> vault(foreign).open(EvidenceKind.OPENING, RECORD, sealed));
    }

    @Test
    void givesACaseOneTokenThatAnotherNodeCannotMake() {
        CaseId caseId = new CaseId(RECORD);

        CaseToken token = new CaseTokens(keystore).of(caseId);

        assertEquals(token, new CaseTokens(keystore).of(caseId));
        assertNotEquals(token, new CaseTokens(keystore).of(new CaseId(OTHER)));
        assertNotEquals(token, new CaseTokens(foreign).of(caseId));
        assertThrows(IllegalArgumentException.class, () -> new CaseToken(RECORD.toString()));
    }
}
